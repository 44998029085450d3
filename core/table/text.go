package table

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"mentorbook/core"
)

// ReadText reads a text of at most limit bytes, in whatever encoding of today's programs it is: UTF-8, UTF-16,
// or one of the Windows code pages 1251 and 1252. It tells the encoding. Its errors have the codes of ReadBytes
// and Decode.
func ReadText(ctx context.Context, r io.Reader, limit int64) (text, encoding string, err error) {
	b, err := ReadBytes(ctx, r, limit)
	if err != nil {
		return "", "", err
	}
	return Decode(b)
}

// Decode gives the text of a file, and its encoding. Its errors have CodeEmptyFile, or CodeNotImport for what
// is no text.
func Decode(b []byte) (text, encoding string, err error) {
	text, encoding = decode(b)
	if strings.TrimSpace(text) == "" {
		return "", "", core.Fail(core.CodeEmptyFile, "kind", KindImport)
	}
	if line := binaryAt(text); line > 0 {
		return "", "", core.Fail(core.CodeNotImport, "kind", KindBinary, "line", line)
	}
	return text, encoding, nil
}

// ReadBytes reads a file of at most limit bytes. Its errors have CodeTooLarge, CodeCancelled, or CodeFile where
// reading itself failed.
func ReadBytes(ctx context.Context, r io.Reader, limit int64) ([]byte, error) {
	var b bytes.Buffer
	r = io.LimitReader(r, limit+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, core.Wrap(core.CodeCancelled, err)
		}
		n, err := io.CopyN(&b, r, 256<<10)
		if int64(b.Len()) > limit {
			return nil, core.Fail(core.CodeTooLarge, "max", limit)
		}
		if err == io.EOF || (err == nil && n == 0) {
			return b.Bytes(), nil
		}
		if err != nil {
			return nil, core.Wrap(core.CodeFile, err, "reason", err.Error())
		}
	}
}

func decode(b []byte) (text, name string) {
	if b, ok := bytes.CutPrefix(b, []byte("\xEF\xBB\xBF")); ok {
		return strings.ToValidUTF8(string(b), "\uFFFD"), "utf-8"
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return decodeBy(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), b[2:]), "utf-16"
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return decodeBy(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), b[2:]), "utf-16"
	case bytes.IndexByte(b, 0) >= 0:
		if order, ok := utf16Order(b); ok {
			return decodeBy(unicode.UTF16(order, unicode.IgnoreBOM), b), "utf-16"
		}
	case !mostlyUTF8(b):
		if cyrillic(b) {
			return decodeBy(charmap.Windows1251, b), "windows-1251"
		}
		return decodeBy(charmap.Windows1252, b), "windows-1252"
	}
	return strings.ToValidUTF8(string(b), "\uFFFD"), "utf-8"
}

func decodeBy(e encoding.Encoding, b []byte) string {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(out)
}

// utf16Order recognises UTF-16 without its mark: the zeros of its commas and line ends all stand on one side.
func utf16Order(b []byte) (unicode.Endianness, bool) {
	if len(b)%2 != 0 {
		return unicode.LittleEndian, false
	}
	var zeros [2]int
	for i, c := range b[:min(len(b), 4096)] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1] > 0:
		return unicode.LittleEndian, true
	case zeros[1] == 0 && zeros[0] > 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// mostlyUTF8 tells whether a text is UTF-8, be it with a broken place here and there. Text of another encoding
// hardly ever looks like more than a few of its sequences.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return bad == 0 || good > 4*bad
}

// cyrillic tells Windows-1251 from Windows-1252, which give the same bytes to other letters. Russian letters
// stand beside one another; the accented letters of western languages stand among plain ones.
func cyrillic(b []byte) bool {
	together, among := 0, 0
	for i, c := range b {
		if !highLetter(c) {
			continue
		}
		for _, j := range [2]int{i - 1, i + 1} {
			switch {
			case j < 0 || j >= len(b):
			case highLetter(b[j]):
				together++
			case b[j]|0x20 >= 'a' && b[j]|0x20 <= 'z':
				among++
			}
		}
	}
	return together > among
}

func highLetter(c byte) bool { return c >= 0xC0 || c == 0xA8 || c == 0xB8 }

// binaryAt gives the line of what shows that a text is none, counted from one; 0 where it is a text: a NUL
// anywhere, or many control characters.
func binaryAt(text string) int {
	if i := strings.IndexByte(text, 0); i >= 0 {
		return 1 + strings.Count(text[:i], "\n")
	}
	bad, first := 0, 0
	head := text[:min(len(text), 256<<10)]
	for i, r := range head {
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) {
			if bad++; bad == 1 {
				first = i
			}
		}
	}
	if bad > 2 && bad > len(head)/100 {
		return 1 + strings.Count(head[:first], "\n")
	}
	return 0
}

// lineFeeds gives a text whose lines end with \n only, as long as the old Macintosh's \r is not within a cell.
func lineFeeds(text string) string {
	lone, feeds := 0, 0
	outsideQuotes(text, func(i int) {
		switch {
		case text[i] == '\n':
			feeds++
		case text[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n"):
			lone++
		}
	})
	if lone <= feeds {
		return text
	}
	b := []byte(text)
	outsideQuotes(text, func(i int) {
		if b[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n") {
			b[i] = '\n'
		}
	})
	return string(b)
}

func outsideQuotes(text string, each func(i int)) {
	quoted := false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			quoted = !quoted
		case '\n', '\r':
			if !quoted {
				each(i)
			}
		}
	}
}
