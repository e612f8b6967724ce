"""The payload of a block, written from format-spec/blocks.md alone; and the Zstandard frames of both texts."""
import struct, zlib
import zstandard


def one_frame(payload, n, wrong):
    """R-32, R-33, R-B9: exactly one frame that states n and gives n."""
    try:
        if payload[:4] != b"\x28\xb5\x2f\xfd":
            raise wrong("R-32")
        if zstandard.frame_content_size(payload) != n:
            # Two frames, the first of which states less, are more than one frame before they are a wrong length.
            inflater = zstandard.ZstdDecompressor().decompressobj()
            inflater.decompress(payload)
            raise wrong("R-32" if inflater.unused_data else "R-33")
        inflater = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        content = inflater.decompress(payload)
        if not inflater.eof or inflater.unused_data:
            raise wrong("R-32")
        return content
    except zstandard.ZstdError:
        raise wrong("R-32")


class Block:
    """blocks.md: the payload of one block."""

    def __init__(self, payload, rows, raw):
        self.data, self.at, self.rows, self.raw = payload, 0, rows, raw

    def take(self, n):
        piece = self.data[self.at : self.at + n]
        if len(piece) != n:
            raise ValueError("R-B2: payload too short")
        self.at += n
        return piece

    def number(self, n):
        return int.from_bytes(self.take(n), "little")

    def page(self, n):
        if n == 0:
            return b""
        kind = self.number(1)
        if kind == 0:
            return self.take(1) * n
        if kind == 1:
            return self.take(n)
        body = self.take(self.number(4))
        if kind == 2:
            content = one_frame(body, n, lambda rule: ValueError("R-B9"))
        elif kind == 3:
            inflater = zlib.decompressobj(-15)
            content = inflater.decompress(body, n + 1)
            if not inflater.eof or inflater.unused_data:
                raise ValueError("R-B10")
        else:
            raise ValueError("R-B4: page kind")
        if len(content) != n:
            raise ValueError("page length")
        return content

    def planes(self, width, n):
        """width pages of n bytes: the n little-endian integers they are the bytes of."""
        pages = [self.page(n) for _ in range(width)]
        return [int.from_bytes(value, "little") for value in zip(*pages)] if width else [0] * n

    def lengths(self, n):
        width, base = self.number(1), self.number(4)
        lengths = [base + u for u in self.planes(width, n)]
        if width > 4 or sum(lengths) > self.raw:
            raise ValueError("R-B12")
        return lengths

    @staticmethod
    def cut(content, lengths):
        at, values = 0, []
        for length in lengths:
            values.append(content[at : at + length])
            at += length
        return values

    def plain(self, n):
        lengths = self.lengths(n)
        return self.cut(self.page(sum(lengths)), lengths)

    def integers(self, present):
        n, mask = len(present), (1 << 64) - 1
        predictor, mapping, width = self.number(1), self.number(1), self.number(1)
        start = self.number(8) if predictor == 1 else None
        other = self.integer_columns[self.number(2)] if predictor == 2 else None
        base, divisor = (self.number(8), self.number(8)) if mapping == 0 else (0, 0)
        if predictor > 2 or mapping > 1 or width > 8:
            raise ValueError("R-B4")
        values = []
        for i, u in enumerate(self.planes(width, n)):
            residual = base + u * divisor if mapping == 0 else (-(u + 1) // 2 if u & 1 else u // 2)
            before = 0 if predictor == 0 else other[present[i]] if other else (values[-1] if values else start)
            values.append(before + residual & mask)
        return [value - (1 << 64) if value >> 63 else value for value in values]

    def column(self, position):
        """The fields of one column: bytes, or None for NULL."""
        encoding, presence = self.number(1), self.number(1)
        present = list(range(self.rows))
        if presence:
            if presence > 1 or encoding in (0, 2):
                raise ValueError("R-B11")
            bits = self.page((self.rows + 7) // 8)
            present = [i for i in present if bits[i // 8] >> i % 8 & 1]
        n = len(present)
        if encoding == 0:
            return [None] * self.rows
        if encoding == 1:
            values = self.plain(n)
        elif encoding == 2:
            entries, null = self.number(2), self.number(1)
            words = self.plain(entries) + [None] * null
            codes = self.planes(1 if entries + null <= 256 else 2, n)
            values = [words[code] for code in codes]
        elif encoding == 3:
            pages = [self.page(n) for _ in range(self.number(1))]
            values = [bytes(value) for value in zip(*pages)]
        elif encoding == 4:
            values = self.shuffle(n)
        elif encoding in (5, 6, 7):
            numbers = self.integers(present)
            values = [value.to_bytes(2 << encoding - 5, "big", signed=True) for value in numbers]
        elif encoding == 8:
            scales = self.page(n)
            numbers = self.integers(present)
            values = [self.numeric(value, scale) for value, scale in zip(numbers, scales)]
        elif encoding == 9:
            values = self.words(n)
        elif encoding == 10:
            values, numbers = self.decimals(present)
        elif encoding == 11:
            scales = self.page(n)
            numbers = self.integers(present)
            values = [self.digits(value, scale) for value, scale in zip(numbers, scales)]
        elif encoding == 12:
            values = self.templates(n)
        else:
            raise ValueError("R-B4: encoding")
        if encoding in (5, 6, 7, 8, 10, 11) and not presence:
            self.integer_columns[position] = numbers
        fields = [None] * self.rows
        for i, value in zip(present, values):
            fields[i] = value
        return fields

    def shuffle(self, n):
        header, stride, rotate = self.number(1), self.number(1), self.number(1)
        lengths = self.lengths(n)
        if any(length < header or (length - header) % stride for length in lengths):
            raise ValueError("R-B14")
        heads = list(zip(*[self.page(n) for _ in range(header)])) or [()] * n
        pages = [self.page(sum((length - header) // stride for length in lengths)) for _ in range(stride)]
        elements = []
        for element in map(bytes, zip(*pages)):
            if rotate:
                tail = int.from_bytes(element[-rotate:], "big")
                tail = tail >> 1 | (tail & 1) << 8 * rotate - 1
                element = element[:-rotate] + tail.to_bytes(rotate, "big")
            elements.append(element)
        bodies = self.cut(b"".join(elements), [length - header for length in lengths])
        return [bytes(head) + body for head, body in zip(heads, bodies)]

    @staticmethod
    def numeric(value, scale):
        groups = (scale + 3) // 4
        rest, digits = abs(value) * 10 ** (4 * groups - scale), []
        while rest:
            rest, digit = divmod(rest, 10000)
            digits.insert(0, digit)
        weight = len(digits) - 1 - groups if digits else 0
        while digits and digits[-1] == 0:
            digits.pop()
        sign = 0x4000 if value < 0 else 0
        return struct.pack(f">HhHH{len(digits)}H", len(digits), weight, sign, scale, *digits)

    def decimals(self, present):
        n = len(present)
        width, digits, exceptions = self.number(1), self.number(1), self.number(4)
        if width not in (4, 8) or digits > 15 or exceptions > n:
            raise ValueError("R-B21")
        numbers = self.integers(present)
        if any(abs(number) > 1 << 53 for number in numbers):
            raise ValueError("R-B21")
        values = [struct.pack(">f" if width == 4 else ">d", number / 10**digits) for number in numbers]
        places = self.planes(4, exceptions)
        if any(a >= b for a, b in zip(places, places[1:] + [n])):
            raise ValueError("R-B21")
        for place, value in zip(places, zip(*[self.page(exceptions) for _ in range(width)])):
            values[place] = bytes(value)
        return values, numbers

    @staticmethod
    def digits(value, scale):
        text = str(abs(value)).rjust(scale + 1, "0")
        text = text[:-scale] + "." + text[-scale:] if scale else text
        return ("-" * (value < 0) + text).encode()

    def templates(self, n):
        count, columns = self.number(2), self.number(2)
        places = self.planes(2, count)
        column_of = self.planes(2, sum(places))
        pieces = self.plain(sum(places) + count)
        table = []
        for size in places:
            table.append((pieces[: size + 1], column_of[:size]))
            pieces, column_of = pieces[size + 1 :], column_of[size:]
        if any(b"" in own[1:-1] for own, _ in table):
            raise ValueError("R-B22")
        codes = self.planes(1 if count <= 256 else 2, n)
        uses = [0] * columns
        for code in codes:
            for column in table[code][1]:
                uses[column] += 1
        rows, outer = self.rows, self.integer_columns
        sources = []
        for size in uses:
            # A column of its own, with as many rows as there are values.
            self.rows, self.integer_columns = size, {}
            if self.data[self.at] == 12:
                raise ValueError("R-B22")
            sources.append(iter(self.column(0)))
        self.rows, self.integer_columns = rows, outer
        values = []
        for code in codes:
            own, asked = table[code]
            text = own[0]
            for column, piece in zip(asked, own[1:]):
                text += next(sources[column]) + piece
            values.append(text)
        return values

    def words(self, n):
        lengths = self.lengths(n)
        count, pairs = self.number(2), self.number(1)
        sizes = self.page(count)
        words = self.cut(self.page(sum(sizes)), sizes)
        codes = iter(self.page(self.number(4)))
        rest, at, text = self.page(self.number(4)), 0, []
        for code in codes:
            if code < 16:
                text.append(rest[at : at + code + 1])
                at += code + 1
            else:
                text.append(words[code - 16 if code < pairs else pairs - 16 + (code - pairs) * 256 + next(codes)])
        text = b"".join(text)
        if len(text) != sum(lengths) or at != len(rest):
            raise ValueError("R-B18")
        return self.cut(text, lengths)

    def decode(self):
        """Raw bytes, and the layout."""
        layout = self.number(1)
        if layout == 0:
            content = self.page(self.raw)
        else:
            self.integer_columns = {}
            columns = [self.column(position) for position in range(self.number(2))]
            rows = list(zip(*columns)) if columns else [()] * self.rows
            if layout == 1:
                null, count = b"\xff\xff\xff\xff", struct.pack(">H", len(columns))
                field = lambda value: null if value is None else struct.pack(">i", len(value)) + value
                content = b"".join(count + b"".join(map(field, row)) for row in rows)
            elif layout == 2:
                content = b"".join(b"\t".join(rb"\N" if v is None else v for v in row) + b"\n" for row in rows)
            else:
                raise ValueError("R-B4: layout")
        if self.at != len(self.data) or len(content) != self.raw:
            raise ValueError("R-B2 or R-B3")
        return content
