package ical

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Files in the encodings of older programs read as they were written, and UTF-8 stays UTF-8 whatever is broken in it.
func TestOtherEncodings(t *testing.T) {
	file := func(title string) string { return inCalendar("DTSTART:20260323T140000Z", "SUMMARY:"+title) }
	encode := func(e encoding.Encoding, text string) string {
		out, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	const russian, german = "Встреча с наставником", "Gespräch über die nächsten Schritte, größer"
	for _, c := range []struct{ name, text, want string }{
		{"UTF-16 with a mark, little end first", encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), file(russian)), russian},
		{"UTF-16 with a mark, big end first", encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), file(russian)), russian},
		{"UTF-16 without, little end first", encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), file(russian)), russian},
		{"UTF-16 without, big end first", encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), file(russian)), russian},
		{"Windows-1251", encode(charmap.Windows1251, file(russian)), russian},
		{"Windows-1252", encode(charmap.Windows1252, file(german)), german},
		{"UTF-8", file(russian), russian},
		{"UTF-8 with a mark", "\uFEFF" + file(russian), russian},
		{"UTF-8 with a broken place", file(russian + " \xff\xfe\xfd\xfc"), russian + " \uFFFD"},
		{"UTF-8 cut within letters by folds", file(strings.ReplaceAll(russian, "\xd1", "\xd1\r\n ")), russian},
		{"one octet that may be a letter", file("caf\xe9"), "café"},
		{"one strange octet", file("caf\x9d"), "caf\uFFFD"},
		{"one letter of Windows-1251", file("\xc4\xe0"), "Да"},
	} {
		list, _, err := Occurrences(t.Context(), strings.NewReader(c.text), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != 1 || list[0].Summary != c.want {
			t.Errorf("%s: %+v, %v", c.name, list, err)
		}
		batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(c.text), nil)
		if err != nil || batch.Count != 1 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for ev := range batch.Events {
			if ev.Title != c.want {
				t.Errorf("%s is taken in as %q", c.name, ev.Title)
			}
		}
	}
	// A long text tells no other story: in UTF-16 every letter of it has an octet that were a control character elsewhere.
	long := inCalendar("DTSTART:20260323T140000Z", "SUMMARY:"+russian+" Ａ\u3000A", "DESCRIPTION:"+strings.Repeat("Обсудим планы\r\n ", 300))
	for name, e := range map[string]encoding.Encoding{
		"UTF-16LE with a mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16BE with a mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-8": unicode.UTF8,
	} {
		list, _, err := Occurrences(t.Context(), strings.NewReader(encode(e, long)), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != 1 || !strings.HasPrefix(list[0].Summary, russian) {
			t.Errorf("a long file in %s: %+v, %v", name, list, err)
		}
	}
	for _, broken := range []string{"\xff\xfe", "\xfe\xff\x00", "B\x00E\x00G", "\xff\xfe" + strings.Repeat("\x00\xd8", 100)} {
		if _, _, err := Occurrences(t.Context(), strings.NewReader(broken), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")); err == nil {
			t.Errorf("%q is a calendar", broken)
		}
	}
}
