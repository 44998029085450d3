package core_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestValidEmail(t *testing.T) {
	for _, s := range []string{
		"a@b", "amina@example.org", "amina.yusuf+mentor@mail.example.org", "o'hara@example.org", "иван@пример.рф", "a@xn--e1afmkfd.xn--p1ai",
		"x_y-z=1@example.org", "1@2.example", strings.Repeat("a", 242) + "@example.org",
	} {
		if !core.ValidEmail(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{
		"", " ", "a", "@", "a@", "@b", "a@@b", "a@b@c", "a b@example.org", " a@example.org", "a@example.org ", "a@b,c@d", "a@b;c@d",
		"Amina <a@example.org>", "<a@example.org>", "mailto:a@example.org", `"a b"@example.org`, `"a"@example.org`, "a@[127.0.0.1]", "a(x)@example.org",
		"a@example.org\r\nBcc: b@example.org", "a\r@example.org", "a\n@example.org", "a@example.org\x00", "a\x1b[2J@example.org", "a\t@example.org",
		"a\u0085@example.org", "a\u2028@example.org", "a@exa\u2029mple.org", "a\u202e@example.org", "a\u200b@example.org", "a\u00a0b@example.org", "a@exam\u00adple.org",
		"a\xff@example.org", "a@\xc3.org", ".a@example.org", "a.@example.org", "a..b@example.org", "a@.org", "a@b..c", "a@b.", `a\@example.org`,
		strings.Repeat("a", 243) + "@example.org", "a@example.org,", "a:b@example.org",
	} {
		if core.ValidEmail(s) {
			t.Errorf("%q is taken", s)
		}
	}
}

// What is taken as an address can stand in a line of a calendar or a mail without becoming two.
func TestValidEmailProperties(t *testing.T) {
	part := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z.@"<>\\ -]{0,6}`), rapid.SampledFrom([]string{"a", "example.org", "@", "\r\n", "\u0085", "\u2028", "\x00", ";"}))
	rapid.Check(t, func(t *rapid.T) {
		s := part.Draw(t, "a") + rapid.SampledFrom([]string{"@", ""}).Draw(t, "at") + part.Draw(t, "b")
		if !core.ValidEmail(s) {
			return
		}
		if strings.Count(s, "@") != 1 || strings.ContainsAny(s, "\r\n\t \u0085\u2028\u2029,;:<>\"") || !utf8.ValidString(s) || core.CleanLine(s) != s {
			t.Fatalf("%q is taken", s)
		}
	})
}

func TestValidLink(t *testing.T) {
	for _, s := range []string{
		"https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://EXAMPLE.ORG/", "https://ru.example.org/вики/Наставник", "mailto:a@example.org",
		"mailto:?subject=x", "tel:+4930000000", "file:///folder/My%20Plan.pdf", "file:///folder/My Plan.pdf", "file://localhost/folder/x.pdf", "file:///C:/Plans/x.docx", "zoommtg://zoom.example/join?confno=1",
		"msteams:/l/meetup-join/1", "sip:amina@example.org", "sips:amina@example.org", "xmpp:amina@example.org",
		"https://example.org/" + strings.Repeat("a", 1980),
	} {
		want := s != "msteams:/l/meetup-join/1"
		if core.ValidLink(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
	for _, s := range []string{
		"", " ", "example.org", "//example.org", "/etc/passwd", "C:\\x", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
		"data:text/html,<script>", "vbscript:x", "ftp://example.org/x", "ssh://example.org", "smb://server/share", "about:blank", "blob:https://example.org/1", "view-source:https://example.org",
		"http:", "http://", "https:///path", "https://:443", "http:example.org", "mailto:", "tel:", "sip:", "file:", "file://", "file:///", "file:x", "file:../x", "file://server/share/x.exe",
		"file:////server/share/x.exe", "file://127.0.0.1/x", "https://exa mple.org", "https://example.org/\n", "https://example.org/\r\nX-Y: z",
		"https://example.org/\x00", "https://example.org/\u0085", "https://example.org/\u2028x", "https://example.org/\u202egpj.exe", "https://exa\u200bmple.org", "https://example.org/\xff",
		"https://[::1", "https://example.org/%zz", "https://example.org/" + strings.Repeat("a", 1981), "\x01https://example.org",
	} {
		if core.ValidLink(s) {
			t.Errorf("%q is taken", s)
		}
	}
}

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "  a  b ": "a b", "a\r\nb\tc\vd\fe": "a b c d e", "a\u0085b\u2028c\u2029d": "a b c d", "a\u00a0b\u3000c": "a b c", "a\x00b\x1b[2Jc\x7fd": "ab[2Jcd",
		"a\xffb": "a\uFFFDb", "\x00": "", " \x00 ": "", "\u2067\r\n\u2069": "", "\u2067 a \u2069": "\u2067 a \u2069", "👩🏽‍🚀 й": "👩🏽‍🚀 й", "a \x00 b": "a b",
	} {
		if got := core.CleanLine(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestCleanText(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a\r\nb\rc\nd": "a\nb\nc\nd", "a\n\r\nb": "a\n\nb", "a\r\r\nb": "a\n\nb", "\ta  b ": "\ta  b ", "a\vb\fc\u0085d": "a\nb\nc\nd",
		"a\u2028b": "a\u2028b", "a\x00b\x1bc\x7fd\u0080e": "abcde", "a\xffb": "a\uFFFDb", "\r": "\n", "👩🏽‍🚀 й": "👩🏽‍🚀 й",
	} {
		if got := core.CleanText(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// dirt draws texts with everything that can be wrong in one.
func dirt() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"\r\n", "\r", "\n", "\t", " ", "  ", "\v", "\f", "\x00", "\x1b[31m", "\x7f", "\u0085", "\u009b", "\u00a0", "\u2028", "\u2029", "\u202e", "\u202a", "\u202c", "\u2067", "\u2069", "\ufeff", "\xff", "\xed\xa0\x80", "word", "слово",
	}))
	return rapid.Map(rapid.SliceOfN(piece, 0, 12), func(parts []string) string { return strings.Join(parts, "") })
}

func TestCleaningProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := dirt().Draw(t, "s")
		line, text := core.CleanLine(s), core.CleanText(s)
		if core.CleanLine(line) != line || core.CleanText(text) != text || core.CleanText(line) != line || core.CleanLine(text) == "" && line != "" {
			t.Fatal("cleaning what is clean changes it")
		}
		if !utf8.ValidString(line) || !utf8.ValidString(text) {
			t.Fatal("not UTF-8")
		}
		if strings.ContainsFunc(line, unicode.IsControl) || strings.TrimSpace(line) != line || strings.Contains(line, "  ") ||
			strings.ContainsFunc(line, func(r rune) bool { return unicode.IsSpace(r) && r != ' ' }) {
			t.Fatalf("%q is no clean line", line)
		}
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			t.Fatalf("%q is no clean text", text)
		}
		// No letter is lost or made; signs that turn the direction of writing are none.
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) || unicode.IsControl(r) || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' {
					return -1
				}
				return r
			}, strings.ToValidUTF8(s, "\uFFFD"))
		}
		if letters(s) != letters(line) || letters(s) != letters(text) {
			t.Fatalf("%q becomes %q and %q", s, line, text)
		}
		// What is clean is taken by every record.
		n := aNote()
		if n.Text = text; strings.TrimSpace(line) != "" && strings.ContainsFunc(text, unicode.IsGraphic) && strings.ContainsFunc(text, unicode.IsLetter) {
			if err := n.Validate(); err != nil {
				t.Fatal(err)
			}
		}
		p := &core.Person{Name: "x", Origin: line}
		if err := p.Validate(); err != nil && core.CodeOf(err) != core.CodeTooLong {
			t.Fatal(err)
		}
	})
}

func TestAMillionCharacters(t *testing.T) {
	n := aNote()
	n.Text = strings.Repeat("я", core.MaxText)
	if err := n.Validate(); err != nil {
		t.Errorf("a note at the limit is refused: %v", err)
	}
	if n.Text += "."; told(n.Validate()) != "too_long text" {
		t.Errorf("a note over the limit: %v", n.Validate())
	}
	var e *core.Error
	if !errors.As(n.Validate(), &e) || e.Args["max"] != 1_000_000 {
		t.Errorf("%v does not say how long it may be", e)
	}
	if len(n.Validate().Error()) > 100 {
		t.Error("the error repeats the text")
	}
}

// The limits are a promise to files that exist.
func TestLimits(t *testing.T) {
	if core.MaxName != 200 || core.MaxLine != 1_000 || core.MaxText != 1_000_000 || core.MaxItems != 2_000 || core.LateNotice != 24*time.Hour {
		t.Error("a limit is another than before")
	}
}

func TestExcerpt(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "short": "short", "a\x1b[31mb\r\nc": "a?[31mb??c", "a\xffb": "a?b", strings.Repeat("я", 60): strings.Repeat("я", 60),
		strings.Repeat("я", 61): strings.Repeat("я", 59) + "…",
	} {
		if got := core.Excerpt(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		got := core.Excerpt(dirt().Draw(t, "s"))
		if utf8.RuneCountInString(got) > 60 || strings.ContainsFunc(got, unicode.IsControl) || !utf8.ValidString(got) {
			t.Fatalf("%q", got)
		}
	})
}
