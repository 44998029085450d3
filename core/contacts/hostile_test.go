package contacts_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/contacts"
	"mentorbook/core/table"
)

const ann = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann@example.org\r\nEND:VCARD\r\n"

// outcome tells what became of a file: the names of the people, and for each rejection its line, code and kind.
func outcome(b *core.ContactBatch) []string {
	var out []string
	for _, e := range b.Entries {
		out = append(out, e.Person.Name)
	}
	for _, r := range b.Rejected {
		for _, e := range core.Problems(r.Err) {
			if e.Args["line"] != r.Line {
				out = append(out, fmt.Sprintf("line %d is said to be %v", r.Line, e.Args["line"]))
			}
			out = append(out, strings.TrimRight(fmt.Sprintf("%d %s %v %s", r.Line, e.Code, e.Args["kind"], e.Field), " "))
		}
	}
	return out
}

func TestOneBadCardSinksNoFile(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"cut in half", ann + ann[:len(ann)-15], []string{"Ann Lee", "6 bad_row cut"}},
		{"cut, and others behind it", "BEGIN:VCARD\nFN:Cut\n" + ann, []string{"Ann Lee", "1 bad_row cut"}},
		{"no name", "BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD\n" + ann, []string{"Ann Lee", "1 required noone name"}},
		{"lines between the cards", "Subject: contacts\n\n" + ann + "junk\nmore junk\n" + ann, []string{"Ann Lee", "Ann Lee", "1 bad_row stray"}},
		{"END alone", "END:VCARD\n" + ann, []string{"Ann Lee", "1 bad_row stray"}},
		{"lone carriage returns", strings.ReplaceAll(ann+ann, "\r\n", "\r"), []string{"Ann Lee", "Ann Lee"}},
		{"small letters and blanks", "begin:vcard \nfn: Bo\nend:vcard", []string{"Bo"}},
		{"too many properties", "BEGIN:VCARD\nFN:Bo\n" + strings.Repeat("TEL:1\n", contacts.MaxProperties) + "END:VCARD\n" + ann, []string{"Ann Lee", "1 too_many <nil>"}},
		{"a giant note", "BEGIN:VCARD\nFN:Bo\nNOTE:" + strings.Repeat("x", core.MaxText+1) + "\nEND:VCARD\n" + ann, []string{"Ann Lee", "1 too_long <nil> notes"}},
		{"a giant line", "BEGIN:VCARD\nFN:Bo\nX-A:" + strings.Repeat("x", contacts.MaxLine) + "\n y\nEND:VCARD\n" + ann, []string{"Ann Lee", "1 too_long <nil>"}},
		{"a giant picture", "BEGIN:VCARD\nFN:Bo\nPHOTO:" + strings.Repeat("x", contacts.MaxLine) + "\n y\nEND:VCARD\n" + ann, []string{"Bo", "Ann Lee"}},
		{"a giant name", "BEGIN:VCARD\nFN:" + strings.Repeat("x", 201) + "\nEND:VCARD\n" + ann, []string{strings.Repeat("x", 199) + "…", "Ann Lee"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, outcome(read(t, "x.vcf", tt.text))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestNothingOfACardIsLostSilently(t *testing.T) {
	text := "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nFN:Annie\nTITLE:" + strings.Repeat("t", 201) + `
EMAIL:not an address
URL:javascript:alert(1)
this line has no colon
X-ODD;=;;"=:odd value
X-UNKNOWN:something new
BDAY:circa 1980
TZ:-05:00
LANG:fr
KEY:abc
ORG:A;B;C
` + "END:VCARD\n"
	got := read(t, "dir/sub\\some.vcf", text)
	if len(got.Entries) != 1 {
		t.Fatal(outcome(got))
	}
	e := got.Entries[0]
	for _, want := range []string{
		"Name: Annie", "Job title: ttt", "E-mail: not an address", "Link: javascript:alert(1)", "Not recognised: this line has no colon", "odd value",
		"X-UNKNOWN: something new", "Birthday: circa 1980", "Time zone: -05:00", "Language: fr", "Department: B", "Department: C",
	} {
		if !strings.Contains(e.Notes, want) {
			t.Errorf("no %q in the notes:\n%s", want, e.Notes)
		}
	}
	if d := cmp.Diff([]string{"Key"}, e.Dropped); d != "" || e.Person.Origin != "some.vcf" {
		t.Error(d, e.Person.Origin)
	}
}

func TestControlCharactersAndBrokenText(t *testing.T) {
	got := read(t, "x.vcf", "BEGIN:VCARD\nFN:A\x00n\x1bn\xff Lee\\nEMAIL:x@y.example\nNOTE:a\\nb\x07\nEND:VCARD\n")
	if len(got.Entries) != 1 {
		t.Fatal(outcome(got))
	}
	p := got.Entries[0].Person
	if strings.ContainsAny(p.Name, "\x00\x1b\n") || len(p.Emails) != 0 || got.Entries[0].Notes != "a\nb" {
		t.Errorf("%q, %q", p.Name, got.Entries[0].Notes)
	}
}

// A name that turns the direction of what stands behind it is set right, in a file of this program's own too.
func TestNamesThatTurn(t *testing.T) {
	for _, by := range []string{"", "PRODID:-//Mentorbook//EN\n"} {
		got := read(t, "x.vcf", "BEGIN:VCARD\nVERSION:4.0\n"+by+"FN:Ann \u202Egpj.exe\nEND:VCARD\n")
		if len(got.Entries) != 1 || got.Entries[0].Person.Name != "Ann gpj.exe" {
			t.Errorf("%+v", outcome(got))
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	tests := []struct {
		name, text string
		code       core.Code
		kind       any // of a file that is called vCard
	}{
		{"empty", "", core.CodeEmptyFile, table.KindImport},
		{"binary", "\x7fELF\x02\x01\x01\x00\x00\x00", core.CodeNotImport, table.KindBinary},
		{"a table of something else", "Colour;Price\nred;5\n", core.CodeNotImport, contacts.KindNoCard},
		{"a letter", "Dear Ann,\n\nhow are you?\n", core.CodeNotImport, contacts.KindNoCard},
		{"one word", "hello\n", core.CodeNotImport, contacts.KindNoCard},
		{"headings twice", "First Name,Last Name,First Name\nAnn,Lee,Bo\n", core.CodeDuplicate, table.KindHeading},
		{"too many cards", strings.Repeat("BEGIN:VCARD\n", contacts.MaxCards+1), core.CodeTooMany, contacts.KindCards},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := book(t).Read(context.Background(), "some/file.vcf", strings.NewReader(tt.text))
			p := core.Problems(err)
			if len(p) != 1 || p[0].Code != tt.code || p[0].Args["kind"] != tt.kind || p[0].Args["path"] != "some/file.vcf" {
				t.Error(err)
			}
			want := tt.kind
			if want == contacts.KindNoCard { // in a file of another name it may be a table that went wrong
				want = contacts.KindFile
			}
			_, err = book(t).Read(context.Background(), "some/file.csv", strings.NewReader(tt.text))
			if p := core.Problems(err); len(p) != 1 || p[0].Args["kind"] != want && tt.name != "one word" {
				t.Error(err)
			}
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, text := range []string{ann, "Name\nAnn\n"} {
		if _, err := book(t).Read(ctx, "x", strings.NewReader(text)); core.CodeOf(err) != core.CodeCancelled {
			t.Error(err)
		}
	}
}

func TestTablesThatPeopleMake(t *testing.T) {
	wide := "Name,E-mail"
	row := "Ann Lee,ann@example.org"
	for i := range 98 {
		wide += fmt.Sprintf(",Column %d", i)
		row += ","
		if i%10 == 0 {
			row += fmt.Sprint("value ", i)
		}
	}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"100 columns", wide + "\n" + row + "\n", []string{"Ann Lee"}},
		{"ФИО", "ФИО;Почта;Телефон\nЕлисеева Анна Андреевна;a@b.example;1\nШер;s@b.example;2\n", []string{"Анна Елисеева", "Шер"}},
		{"Имя is the whole name", "Имя;Почта\nАнна Елисеева;a@b.example\n", []string{"Анна Елисеева"}},
		{"headings once more", "Name,E-mail\nAnn,a@b.example\nName,E-mail\nBo,b@b.example\n", []string{"Ann", "Bo", "3 duplicate again"}},
		{"a row too wide", "Name,E-mail\nAnn,a@b.example,x\nBo,b@b.example\n", []string{"Bo", "2 bad_row cells"}},
		{"formulas of another program", "Name,Phone\n'=Ann,'+7 900\n", []string{"=Ann"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := read(t, "x.csv", tt.text)
			if d := cmp.Diff(tt.want, outcome(got)); d != "" {
				t.Error(d)
			}
			if tt.name == "100 columns" && strings.Count(got.Entries[0].Notes, "value") != 10 {
				t.Error(got.Entries[0].Notes)
			}
		})
	}
}

func TestBirthdayThatCouldBeTwoDays(t *testing.T) {
	got := read(t, "x.csv", "Name,Birthday\nAnn,3/4/1990\nBo,5/5/1991\n")
	if !got.Entries[0].Person.Birthday.IsZero() || got.Entries[0].Notes != "Birthday: 3/4/1990" || got.Entries[1].Person.Birthday != core.NewDate(1991, 5, 5) {
		t.Errorf("%+v", got.Entries)
	}
	got = read(t, "x.csv", "Name,Birthday\nAnn,3/4/1990\nBo,5/13/1991\n")
	if got.Entries[0].Person.Birthday != core.NewDate(1990, 3, 4) {
		t.Errorf("%+v", got.Entries[0])
	}
}

// garbage repeats a pattern for ever.
type garbage struct{ block, rest []byte }

func newGarbage(pattern string) *garbage {
	return &garbage{block: bytes.Repeat([]byte(pattern), 1+(64<<10)/len(pattern))}
}

func (g *garbage) Read(b []byte) (int, error) {
	if len(g.rest) == 0 {
		g.rest = g.block
	}
	n := copy(b, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

func TestGarbageIsBounded(t *testing.T) {
	patterns := []string{
		"\x93\xff\x00\x07", ann, "BEGIN:VCARD\n", "END:VCARD\n", "BEGIN:VCARD\nAGENT:\n", "A:\n", " x\n", "x=\n", ";", "\"", ",", "NOTE:x", "\n", "a.b.c;d=e,f:g\n", "A;B=\"",
	}
	for i, p := range patterns {
		for _, first := range []string{"", "BEGIN:VCARD\nVERSION:2.1\n", "BEGIN:VCARD\nFN:x\nNOTE;ENCODING=QUOTED-PRINTABLE:", "BEGIN:VCARD\nTEL;", "Name,E-mail\n"} {
			sizes := []int64{1 << 20} // what is worse than linear shows by then
			if first == "" && i < 3 {
				sizes = []int64{50 << 20, contacts.MaxBytes}
			}
			for _, size := range sizes {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				start := time.Now()
				r := io.MultiReader(strings.NewReader(first), newGarbage(p))
				got, err := book(t).Read(context.Background(), "x.vcf", io.LimitReader(r, size))
				runtime.ReadMemStats(&after)
				var e *core.Error
				if (got == nil) == (err == nil) || (err != nil && !errors.As(err, &e)) || (size > contacts.MaxBytes && core.CodeOf(err) != core.CodeTooLarge) {
					t.Errorf("%q after %q: %v", p, first, err)
				}
				if d, m := time.Since(start), after.TotalAlloc-before.TotalAlloc; d > 3*time.Minute || m > 3<<30 {
					t.Errorf("%q after %q, %d bytes: %v, %d MB", p, first, size, d, m>>20)
				}
			}
		}
	}
}

func TestManyCards(t *testing.T) {
	var b strings.Builder
	for i := range contacts.MaxCards {
		fmt.Fprintf(&b, "BEGIN:VCARD\nVERSION:3.0\nFN:Person %d\nN:%d;Person;;;\nEMAIL;TYPE=INTERNET:p%d@example.org\nTEL;TYPE=CELL:%d\nORG:Org\nEND:VCARD\n", i, i, i, i)
	}
	start := time.Now()
	got := read(t, "many.vcf", b.String())
	if len(got.Entries) != contacts.MaxCards || len(got.Rejected) != 0 {
		t.Error(len(got.Entries), len(got.Rejected))
	}
	if d := time.Since(start); d > 5*time.Minute {
		t.Errorf("%v", d)
	}
	t.Logf("%d cards in %v", len(got.Entries), time.Since(start))
}

func TestManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("First Name,Last Name,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n")
	for i := range 100_000 {
		fmt.Fprintf(&b, "Person,%d,p%d@example.org,Mobile,%d,some words\n", i, i, i)
	}
	start := time.Now()
	got := read(t, "many.csv", b.String())
	if len(got.Entries) != 100_000 || len(got.Rejected) != 0 {
		t.Error(len(got.Entries), len(got.Rejected))
	}
	if d := time.Since(start); d > 5*time.Minute {
		t.Errorf("%v", d)
	}
	t.Logf("%d rows in %v", len(got.Entries), time.Since(start))
}

func TestDuplicatesWithinAFileAreFound(t *testing.T) {
	got := read(t, "x.csv", "Name,E-mail\nAnn Lee,ann@example.org\nLee Ann,\nA. L.,ANN@Example.org\nBo,bo@example.org\n")
	m := core.NewMatcher(nil)
	var kinds []core.MatchKind
	for i := range got.Entries {
		p := &got.Entries[i].Person
		kinds = append(kinds, m.Find(p).Kind)
		m.Add(p)
	}
	if d := cmp.Diff([]core.MatchKind{core.MatchNone, core.MatchName, core.MatchEmail, core.MatchNone}, kinds); d != "" {
		t.Error(d)
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.[cv][sc][vf]")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(ann[:60]))
	f.Add([]byte("BEGIN:VCARD\nN;CHARSET=koi8-r;ENCODING=QUOTED-PRINTABLE:=C1=\n=C2;x\nBEGIN:VCARD\n\"a.b;c:d\nEND:VCARD"))
	b := book(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := b.Read(context.Background(), "x", bytes.NewReader(data))
		if err != nil {
			var e *core.Error
			if !errors.As(err, &e) || e.Code == core.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		for i := range got.Entries {
			e := &got.Entries[i]
			if err := e.Person.Validate(); err != nil || e.Line < 1 {
				t.Fatalf("line %d: %v", e.Line, err)
			}
			e.Line, e.Remarks, e.Dropped, e.Unfit, e.Unnamed = 0, nil, nil, nil, false // a name that stood in for one is one from then on
		}
		for _, name := range []string{"a.vcf", "a.csv"} {
			var w bytes.Buffer
			if err := b.Write(context.Background(), name, got.Entries, &w); err != nil {
				t.Fatal(err)
			}
			if len(got.Entries) == 0 || w.Len() > contacts.MaxBytes {
				continue
			}
			again, err := b.Read(context.Background(), name, &w)
			if err != nil || len(again.Entries) != len(got.Entries) {
				t.Fatalf("%s: %d of %d people came back: %v", name, len(again.Entries), len(got.Entries), err)
			}
			for i := range again.Entries {
				again.Entries[i].Line = 0
			}
			if d := cmp.Diff(got.Entries, again.Entries); d != "" {
				t.Fatalf("%s: %s", name, d)
			}
		}
	})
}
