//! Connection URIs: `postgres://user:password@host1:port1,[::1]/database?key=value` (manual chapter 32.1.1.2).

use percent_encoding::percent_decode_str;

use super::{SettingsError, conninfo::Pairs};

/// The URI without its scheme, when it has one of ours.
pub(super) fn strip_scheme(text: &str) -> Option<&str> {
    text.strip_prefix("postgresql://").or_else(|| text.strip_prefix("postgres://"))
}

/// The settings in a URI without its scheme. Hosts and ports become lists separated by commas.
pub(super) fn parse(rest: &str) -> Result<Pairs, SettingsError> {
    let mut pairs = Pairs::new();
    let mut rest = rest;
    // User and password end at the first `@`, unless a path begins before it.
    if let Some(end) = rest.find(['@', '/'])
        && rest[end..].starts_with('@')
    {
        let (user, password) = match rest[..end].split_once(':') {
            Some((user, password)) => (user, Some(password)),
            None => (&rest[..end], None),
        };
        push(&mut pairs, "user", user)?;
        push(&mut pairs, "password", password.unwrap_or_default())?;
        rest = &rest[end + 1..];
    }
    rest = hosts(rest, &mut pairs)?;
    if let Some(path) = rest.strip_prefix('/') {
        let end = path.find('?').unwrap_or(path.len());
        push(&mut pairs, "dbname", &path[..end])?;
        rest = &path[end..];
    }
    if let Some(query) = rest.strip_prefix('?')
        && !query.is_empty()
    {
        for parameter in query.strip_suffix('&').unwrap_or(query).split('&') {
            let (key, value) =
                parameter.split_once('=').ok_or(SettingsError::Uri("has a query parameter without \"=\""))?;
            if value.contains('=') {
                return Err(SettingsError::Uri("has a second \"=\" in a query parameter: write it as %3D"));
            }
            let (key, value) = (decode(key)?, decode(value)?);
            // The spelling of JDBC drivers.
            if key == "ssl" && value == "true" {
                pairs.push(("sslmode".to_owned(), "require".to_owned()));
            } else {
                pairs.push((key, value));
            }
        }
    }
    Ok(pairs)
}

/// Reads `host:port,host:port`; returns what follows.
fn hosts<'a>(mut rest: &'a str, pairs: &mut Pairs) -> Result<&'a str, SettingsError> {
    let (mut hosts, mut ports) = (String::new(), String::new());
    loop {
        let end;
        if let Some(address) = rest.strip_prefix('[') {
            end = address.find(']').ok_or(SettingsError::Uri("has no \"]\" after an IPv6 address"))?;
            if end == 0 {
                return Err(SettingsError::Uri("has an empty IPv6 address"));
            }
            hosts.push_str(&address[..end]);
            rest = &address[end + 1..];
            if !(rest.is_empty() || rest.starts_with([':', '/', '?', ','])) {
                return Err(SettingsError::Uri("has an unexpected character after an IPv6 address"));
            }
        } else {
            end = rest.find([':', '/', '?', ',']).unwrap_or(rest.len());
            hosts.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        if let Some(port) = rest.strip_prefix(':') {
            let end = port.find(['/', '?', ',']).unwrap_or(port.len());
            ports.push_str(&port[..end]);
            rest = &port[end..];
        }
        match rest.strip_prefix(',') {
            Some(after) => {
                hosts.push(',');
                ports.push(',');
                rest = after;
            }
            None => break,
        }
    }
    push(pairs, "host", &hosts)?;
    push(pairs, "port", &ports)?;
    Ok(rest)
}

/// Adds a part of the URI unless it is empty.
fn push(pairs: &mut Pairs, key: &str, value: &str) -> Result<(), SettingsError> {
    if !value.is_empty() {
        pairs.push((key.to_owned(), decode(value)?));
    }
    Ok(())
}

/// Percent-decoding as libpq does it: a lone `%`, an encoded NUL and spaces within are refused, spaces around are
/// dropped, `+` is a plus.
fn decode(text: &str) -> Result<String, SettingsError> {
    let text = text.trim_matches(' ');
    if text.contains(' ') {
        return Err(SettingsError::Uri("holds a space: write it as %20"));
    }
    for (at, _) in text.match_indices('%') {
        match text.as_bytes().get(at + 1..at + 3) {
            Some(b"00") => return Err(SettingsError::Uri("holds %00")),
            Some(digits) if digits.iter().all(u8::is_ascii_hexdigit) => {}
            _ => return Err(SettingsError::Uri("has a \"%\" without two hexadecimal digits")),
        }
    }
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Into::into).map_err(|_| SettingsError::Uri("is not UTF-8 after percent-decoding"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris_are_read_as_libpq_reads_them() {
        for (text, expected) in [
            ("", ""),
            ("localhost", "host=localhost"),
            ("localhost:5433", "host=localhost|port=5433"),
            ("localhost/mydb", "host=localhost|dbname=mydb"),
            ("user@localhost", "user=user|host=localhost"),
            ("user:secret@localhost", "user=user|password=secret|host=localhost"),
            ("u%40x:p%3Aw%2F@h/d%20b", "user=u@x|password=p:w/|host=h|dbname=d b"),
            (
                "other@localhost/otherdb?connect_timeout=10&application_name=my+app",
                "user=other|host=localhost|dbname=otherdb|connect_timeout=10|application_name=my+app",
            ),
            (
                "host1:123,host2:456/db?target_session_attrs=any",
                "host=host1,host2|port=123,456|dbname=db|target_session_attrs=any",
            ),
            ("[2001:db8::1234]:99/database", "host=2001:db8::1234|port=99|dbname=database"),
            ("[::1],[::2]:5/", "host=::1,::2|port=,5"),
            ("%2Ftmp%2Fsock/db", "host=/tmp/sock|dbname=db"),
            ("/mydb?host=localhost&port=5433", "dbname=mydb|host=localhost|port=5433"),
            ("?ssl=true", "sslmode=require"),
            ("h?port=1&", "host=h|port=1"),
            (":@h", "host=h"),
            ("u:p@ss@h/", "user=u|password=p|host=ss@h"),
        ] {
            let pairs = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            let shown: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            assert_eq!(shown.join("|"), expected, "{text:?}");
        }
    }

    #[test]
    fn broken_uris_are_refused() {
        for text in ["[::1", "h?a=b&&", "[]", "[::1]x", "h/?a", "h/?a=b=c", "h/%zz", "h/%4", "h/%00", "h/a b", "h/%ff"]
        {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }
}
