#!/usr/bin/env python3
"""A second reader of dumpr archives, written from format-spec/spec.md and blocks.md alone.

    dumpr_decode.py ARCHIVE          checks everything, prints one line per stream
    dumpr_decode.py --rows N ARCHIVE writes the raw rows of stream N to stdout
    dumpr_decode.py --vectors DIR    holds every vector against its .toml

Needs: zstandard, xxhash (PyPI). Exit code: 0 good, 4 corrupt, 5 unsupported, 6 incomplete, 1 a vector failed.
"""
import hashlib, json, struct, sys
import xxhash
from dumpr_blocks import Block, one_frame

MAGIC = b"\x89dumpr\r\n\x1a\n"
MANIFEST, ENTRIES, TABLES, BLOCK, STREAM_END, SUMMARY, INDEX, TRAILER = range(1, 9)
NAMES = ["", "manifest", "entries", "tables", "block", "stream end", "summary", "index", "trailer"]
RAW, STORED, LINES = 64 << 20, 68 << 20, 65536


class Verdict(Exception):
    def __init__(self, cls, rule, offset):
        super().__init__(f"{cls}: {rule} at byte {offset}")
        self.cls, self.rule, self.offset = cls, rule, offset


CRC_TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    CRC_TABLE.append(n)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ CRC_TABLE[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def read(data, emit):
    """Reads an archive from front to back; calls emit(name, header, content) for each record that may be released."""
    def bad(rule, offset):
        return Verdict("bad", rule, offset)

    size = len(data)
    if data[:10] != MAGIC[: min(10, size)]:
        if size >= 72 and struct.unpack("<I", data[68:72])[0] == crc32c(MAGIC + data[10:68]):
            raise bad("R-10", 0)
        text_mode = data[:6] == b"\x89dumpr" or data[:6] == b"\tdumpr" or data[1:7] == b"\x89dumpr" or b"\xbddumpr" in data[:8]
        raise Verdict("bad" if text_mode else "unsupported", "R-10", 0)
    if size < 72:
        raise Verdict("incomplete", "R-55", size)
    version, limit, required, optional, ident, marker, crc = struct.unpack("<10xHIQQ16s16s4xI", data[:72])
    if crc != crc32c(data[:68]):
        raise bad("R-11", 0)
    if version != 1 or required:
        raise Verdict("unsupported", "R-12" if version != 1 else "R-13", 0)
    if limit > 4096:
        raise bad("R-15", 0)
    emit("begin", None, None)

    at, phase, batches, streams, ended = 72, 0, 0, {}, set()
    seen, lines, index_at, full = hashlib.sha256(data[:72]), [], None, True
    stated = seen.copy()
    while True:
        head = data[at : at + 76]
        if len(head) < 76:
            raise Verdict("incomplete", "R-55", size)
        if struct.unpack("<I", head[72:])[0] != crc32c(head[:72]):
            raise bad("R-21" if head[:16] == marker else "R-20", at)
        if head[:16] != marker:
            raise bad("R-20", at)
        header = kind, flags, stream, number, rows, raw, stored = struct.unpack("<HHIIIII", head[16:40])
        skipped = kind & 0x8000
        if stored > STORED:
            raise bad("R-27", at)
        if not skipped:
            if not 1 <= kind <= 8:
                raise Verdict("unsupported", "R-23", at)
            if flags & ~(kind == BLOCK):
                raise Verdict("unsupported", "R-25", at)
            if raw > RAW:
                raise bad("R-28", at)
            if (kind not in (BLOCK, STREAM_END) and stream) or (kind != BLOCK and rows) or (kind in (MANIFEST, SUMMARY, TRAILER) and number):
                raise bad("R-26", at)
            if kind in (BLOCK, STREAM_END) and not 1 <= stream <= 1 << 20:
                raise bad("R-40", at)
            if kind in (STREAM_END, INDEX, TRAILER) and (raw != stored or (stored % 56 if kind == INDEX else stored != (32 if kind == STREAM_END else 72))):
                raise bad("R-29", at)
            if kind == BLOCK and (not raw or rows > raw or bool(flags) != (not rows)):
                raise bad("R-44", at)
            if kind in (MANIFEST, ENTRIES, TABLES, SUMMARY) and raw > 65536 + 1024 * stored:
                raise bad("R-34", at)
        # Order: which types may follow the one before; stream ends count as blocks.
        step = BLOCK if kind == STREAM_END else kind
        ready = phase in (MANIFEST, ENTRIES, TABLES, BLOCK)
        if skipped:
            order = ready
        elif kind == MANIFEST:
            order = phase == 0
        elif kind == INDEX:
            order = phase in (SUMMARY, INDEX)
        elif kind == TRAILER:
            order = phase == INDEX and len(lines) == stated_lines
        else:
            order = ready and (phase <= step)
        if not order:
            raise bad("R-30", at)
        if not skipped:
            batches, phase = (batches + 1 if step == phase and kind != BLOCK else 0), step
        if kind in (ENTRIES, TABLES, INDEX) and number != batches:
            raise bad("R-31", at)
        if kind in (BLOCK, STREAM_END):
            if stream in ended:
                raise bad("R-42", at)
            blocks, sum_rows, sum_raw, inside = streams.get(stream, (0, 0, 0, False))
        if kind == BLOCK:
            if number != blocks:
                raise bad("R-41", at)
            if not blocks and len(streams) >= limit:
                raise bad("R-43", at)
            streams[stream] = (blocks + 1, sum_rows + rows, sum_raw + raw, bool(flags))
        if kind == STREAM_END and (inside or number != blocks):
            raise bad("R-45" if inside else "R-46", at)
        if kind == SUMMARY and (streams or ended != set(range(1, len(ended) + 1))):
            raise bad("R-47", at)
        if kind == INDEX:
            if not full or not 1 <= stored // 56 <= LINES:
                raise bad("R-51", at)
            full = stored // 56 == LINES
            stated_lines = stored // 56 + (stated_lines if number else 0)
            index_at = at if index_at is None else index_at
            if stated_lines > len(lines):
                raise bad("R-50", at)

        payload = data[at + 76 : at + 76 + stored]
        if len(payload) < stored:
            raise Verdict("incomplete", "R-55", size)
        if head[40:72] != sha256(ident, head[16:40], sha256(payload)):
            raise bad("R-22", at)
        if kind < INDEX or skipped:
            lines.append(head[16:72])
            seen.update(head[16:72])
        if kind in (MANIFEST, ENTRIES, TABLES, SUMMARY):
            content = one_frame(payload, raw, lambda rule: bad(rule, at))
            try:
                emit(NAMES[kind], header, json.loads(content.decode("utf-8")))
            except UnicodeDecodeError:
                raise bad("R-35", at)
        elif kind == BLOCK:
            emit("block", header, payload)
        elif kind == STREAM_END:
            end_rows, end_raw, low, high = struct.unpack("<QQQQ", payload)
            if (sum_rows, sum_raw) != (end_rows, end_raw):
                raise bad("R-46", at)
            streams.pop(stream, None)
            ended.add(stream)
            emit("stream end", header, (end_rows, end_raw, high << 64 | low))
        elif kind == INDEX:
            stated.update(payload)
        elif kind == TRAILER:
            if seen.digest() != stated.digest():
                raise bad("R-50", at)
            if payload[40:] != stated.digest():
                raise bad("R-52", at)
            if payload[:40] != ident + struct.pack("<QQQ", at + 148, index_at, len(lines)):
                raise bad("R-53", at)
            if size > at + 148:
                raise bad("R-54", at + 148)
            emit("end", header, None)
            return
        at += 76 + stored


def decode(data, rows_of=None, out=None):
    """Checks everything, digests of text streams too; returns rows per stream."""
    tables, sums, pieces, counts = {}, {}, {}, {}

    def emit(name, header, content):
        if name == "tables":
            tables.update({table["stream"]: table for table in content})
        elif name == "block":
            _, flags, stream, number, rows, raw, _ = header
            content = Block(content, rows, raw).decode()
            if stream == rows_of:
                out.write(content)
            content, pieces[stream] = pieces.pop(stream, b"") + content, b""
            if flags:
                pieces[stream] = content
            elif tables.get(stream, {}).get("format", "text") == "text":
                digests = (xxhash.xxh3_128_intdigest(row) for row in content.split(b"\n")[:-1])
                sums[stream] = (sums.get(stream, 0) + sum(digests)) % (1 << 128)
        elif name == "stream end":
            stream = header[2]
            counts[stream] = content[0]
            # Digests of binary rows need the type tree (R-B19); the Rust tests compare those.
            if tables.get(stream, {}).get("format", "text") == "text" and sums.get(stream, 0) != content[2]:
                raise Verdict("bad", "R-48", None)

    read(data, emit)
    return counts


def vectors(folder):
    import pathlib, tomllib
    failed = count = 0
    for path in sorted(pathlib.Path(folder).glob("*.hex")):
        data = bytes.fromhex("".join(line.split("#")[0] for line in path.read_text().splitlines()))
        says = tomllib.loads(path.with_suffix(".toml").read_text())
        released, verdict = [], ("good", says["rule"], None)
        try:
            read(data, lambda name, header, content: released.append(name))
            decode(data)
        except Verdict as found:
            verdict = (found.cls, found.rule, found.offset)
        expected = (says["class"], says["rule"], says.get("offset"))
        count += 1
        if (verdict, released) != (expected, says["released"]):
            failed += 1
            print(f"{path.name}: {verdict} {released}, expected {expected} {says['released']}")
    print(f"{count} vectors, {failed} failed")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    if sys.argv[1] == "--vectors":
        sys.exit(vectors(sys.argv[2]))
    try:
        rows_of = int(sys.argv[2]) if sys.argv[1] == "--rows" else None
        with open(sys.argv[-1], "rb") as archive:
            counts = decode(archive.read(), rows_of, sys.stdout.buffer)
        if rows_of is None:
            for stream, rows in sorted(counts.items()):
                print(f"stream {stream}: {rows} rows")
    except Verdict as verdict:
        print(verdict, file=sys.stderr)
        sys.exit({"bad": 4, "unsupported": 5, "incomplete": 6}[verdict.cls])
    except ValueError as error:
        print(f"bad: {error}", file=sys.stderr)
        sys.exit(4)
