# Runs one server for as long as somebody holds the other end of standard input.
#   $1 the postgres program   $2 the server's folder   $3 its port
# The test process holds that pipe. However it ends (return, panic, kill -9), the pipe closes: then the server
# is ended by its process id and its folder removed. A server that ends by itself leaves its folder and its log.
exec 3<&0 </dev/null >>"$2/log" 2>&1
"$1" -D "$2/data" -p "$3" 3<&- &
server=$!
# SIGQUIT is PostgreSQL's immediate shutdown: nothing here is worth a last checkpoint.
{ cat <&3 >/dev/null; : >"$2/stopping"; kill -QUIT "$server"; } &
watcher=$!
exec 3<&-
wait "$server"
code=$?
if [ -e "$2/stopping" ]; then
    exec rm -rf -- "$2"
fi
kill "$watcher"
exit "$code"
