package table_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/table"
)

func known(headings ...string) func(string) bool {
	return table.Columns{{Field: "x", Headings: headings}}.Known(nil)
}

func read(t *testing.T, text string) *table.Table {
	t.Helper()
	got, err := table.Read(context.Background(), strings.NewReader(text), known("Name", "Due", "Имя", "Срок", "Notes"))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func cells(t *table.Table) [][]string {
	var out [][]string
	for _, r := range t.Rows {
		out = append(out, r.Cells)
	}
	return out
}

func TestReadEncodings(t *testing.T) {
	const russian = "Имя;Срок\r\nПётр Ёлкин;«23 ноября»\r\nАнна;б/н\r\n"
	const western = "Name,Due\nRenée Müller,été\nBjörn,Grüße\n"
	encode := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	ru := [][]string{{"Пётр Ёлкин", "«23 ноября»"}, {"Анна", "б/н"}}
	we := [][]string{{"Renée Müller", "été"}, {"Björn", "Grüße"}}
	tests := []struct {
		name, text, encoding string
		want                 [][]string
	}{
		{"utf-8", russian, "utf-8", ru},
		{"utf-8 with its mark", "\uFEFF" + russian, "utf-8", ru},
		{"utf-16 le", "\xFF\xFE" + encode(le, russian), "utf-16", ru},
		{"utf-16 be", "\xFE\xFF" + encode(be, russian), "utf-16", ru},
		{"utf-16 without its mark", encode(le, russian), "utf-16", ru},
		{"windows-1251", encode(charmap.Windows1251, russian), "windows-1251", ru},
		{"windows-1252", encode(charmap.Windows1252, western), "windows-1252", we},
		{"utf-8 with a broken place", strings.Replace(russian, "Анна", "Анн\xD0", 1), "utf-8", [][]string{ru[0], {"Анн\uFFFD", "б/н"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := read(t, tt.text)
			if d := cmp.Diff(tt.want, cells(got)); d != "" || got.Encoding != tt.encoding {
				t.Errorf("encoding %s, cells: %s", got.Encoding, d)
			}
		})
	}
}

func TestReadDialects(t *testing.T) {
	want := [][]string{{"Ann, Lee", "1"}, {"Bo; \"B\"", "2"}}
	tests := []struct {
		name, text string
		comma      rune
		line       int
		lines      []int
	}{
		{"comma", "Name,Due\n\"Ann, Lee\",1\n\"Bo; \"\"B\"\"\",2\n", ',', 1, []int{2, 3}},
		{"semicolon", "Name;Due\nAnn, Lee;1\n\"Bo; \"\"B\"\"\";2", ';', 1, []int{2, 3}},
		{"tab", "Name\tDue\r\nAnn, Lee\t1\r\n\"Bo; \"\"B\"\"\"\t2\r\n", '\t', 1, []int{2, 3}},
		{"sep line", "sep=;\r\nName;Due\r\nAnn, Lee;1\r\n\r\n\"Bo; \"\"B\"\"\";2", ';', 2, []int{3, 5}},
		{"lone carriage returns", "Name,Due\r\"Ann, Lee\",1\r\"Bo; \"\"B\"\"\",2\r", ',', 1, []int{2, 3}},
		{"lines above the headings", "Notes:\n\"Some, words;\nover two lines\"\n\nName,Due\n\"Ann, Lee\",1\n,\n\"Bo; \"\"B\"\"\",2", ',', 5, []int{6, 8}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := read(t, tt.text)
			if d := cmp.Diff(want, cells(got)); d != "" {
				t.Error(d)
			}
			if got.Comma != tt.comma || got.Line != tt.line || got.Rows[0].Line != tt.lines[0] || got.Rows[1].Line != tt.lines[1] {
				t.Errorf("comma %q, headings in line %d, rows in %d and %d", got.Comma, got.Line, got.Rows[0].Line, got.Rows[1].Line)
			}
			if len(got.Rejected) != 0 {
				t.Error(got.Rejected)
			}
		})
	}
}

func TestReadCellsOfSeveralLines(t *testing.T) {
	got := read(t, "Name,Notes\r\n Ann ,\"one\r\n\r\ntwo\"\r\nBo,\"old\rmac\"\r\n")
	want := [][]string{{" Ann ", "one\n\ntwo"}, {"Bo", "old\rmac"}}
	if d := cmp.Diff(want, cells(got)); d != "" {
		t.Error(d)
	}
	if got.Rows[1].Line != 5 {
		t.Errorf("line %d", got.Rows[1].Line)
	}
}

func TestReadRejectsRowsByLine(t *testing.T) {
	text := "Name,Due\nAnn,1\nBo,2,three,\nName,Due\nCy \"C\",4\nDi,5,,\n\"" + strings.Repeat("x", core.MaxText+1) + "\",6\nEd,7\n\"open,8\nFay,9\n"
	got := read(t, text)
	if d := cmp.Diff([][]string{{"Ann", "1"}, {"Di", "5"}, {"Ed", "7"}}, cells(got)); d != "" {
		t.Error(d)
	}
	type bad struct {
		line int
		code core.Code
		kind any
	}
	var have []bad
	for _, r := range got.Rejected {
		var e *core.Error
		if !errors.As(r.Err, &e) || e.Args["line"] != r.Line {
			t.Fatalf("no line in %v", r.Err)
		}
		have = append(have, bad{r.Line, e.Code, e.Args["kind"]})
	}
	want := []bad{
		{3, core.CodeBadRow, table.KindCells},
		{4, core.CodeDuplicate, table.KindAgain},
		{5, core.CodeBadRow, table.KindQuote},
		{7, core.CodeTooLong, table.KindCell},
		{9, core.CodeBadRow, table.KindOpen},
	}
	if d := cmp.Diff(want, have, cmp.AllowUnexported(bad{})); d != "" {
		t.Error(d)
	}
	last := core.Problems(got.Rejected[4].Err)[0]
	if last.Args["to"] != 10 { // everything up to the end of the file lies within the open quotes
		t.Errorf("the open quotes reach to line %v", last.Args["to"])
	}
}

func TestReadRefusesWhatIsNoTable(t *testing.T) {
	tests := []struct {
		name, text string
		code       core.Code
	}{
		{"nothing", "", core.CodeEmptyFile},
		{"blanks", "\uFEFF \r\n\r\n", core.CodeEmptyFile},
		{"a sep line alone", "sep=;\n", core.CodeEmptyFile},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", core.CodeNotImport},
		{"a NUL in a cell", "Name,Due\nAnn,\x00\n", core.CodeNotImport},
		{"control characters", "Name\x01\x02\x03\x04\x05,Due\x06\x07\n", core.CodeNotImport},
		{"501 columns", "Name" + strings.Repeat(",x", table.MaxColumns), core.CodeTooMany},
		{"a million separators", "Name,Due\nAnn" + strings.Repeat(",", 1_000_000), core.CodeTooMany},
		{"an open quote in the headings", "Name,\"Due\nAnn,1\n", core.CodeBadRow},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := table.Read(context.Background(), strings.NewReader(tt.text), known("Name", "Due"))
			if core.CodeOf(err) != tt.code {
				t.Errorf("%+v, %v; want %s", got, err, tt.code)
			}
		})
	}
}

func TestReadManyColumns(t *testing.T) {
	heads, row := []string{"Name"}, []string{"Ann"}
	for i := range 99 {
		heads, row = append(heads, fmt.Sprintf("Column %d", i)), append(row, fmt.Sprint(i))
	}
	got := read(t, strings.Join(heads, ";")+"\n"+strings.Join(row, ";"))
	if len(got.Headings) != 100 || len(got.Rows) != 1 || got.Rows[0].Cell(99) != "98" || got.Rows[0].Cell(100) != "" {
		t.Errorf("%d headings, %d rows", len(got.Headings), len(got.Rows))
	}
}

// endless gives garbage for ever, and counts how much of it was taken.
type endless struct {
	block []byte
	rest  []byte
	taken int64
}

func newEndless(pattern string) *endless {
	return &endless{block: bytes.Repeat([]byte(pattern), 1+(64<<10)/len(pattern))}
}

func (e *endless) Read(b []byte) (int, error) {
	if len(e.rest) == 0 {
		e.rest = e.block
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	e.taken += int64(n)
	return n, nil
}

func TestReadGarbageIsBounded(t *testing.T) {
	for _, pattern := range []string{"Name,Due\n", "\"", ",", "\n", "\x93\xFF\x07\xC3", "a\r"} {
		src := newEndless(pattern)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := table.Read(context.Background(), io.LimitReader(src, 50<<20), known("Name", "Due"))
		runtime.ReadMemStats(&after)
		if core.CodeOf(err) != core.CodeTooLarge {
			t.Errorf("%q: %v", pattern, err)
		}
		if src.taken > table.MaxBytes+1<<20 || after.TotalAlloc-before.TotalAlloc > 200<<20 || time.Since(start) > 2*time.Minute {
			t.Errorf("%q: took %d bytes, %d of memory, %v", pattern, src.taken, after.TotalAlloc-before.TotalAlloc, time.Since(start))
		}
	}
}

// Just below the limit of size, every shape must end soon and with an error or a table.
func TestReadLargestFiles(t *testing.T) {
	for i, pattern := range []string{"\xCF,\xD0;", "a,\n", "\"", "\"\"", ",", "\n", ";\n", "a\r", "\",\n", "Name,Due\n", "a\t", "\"a\nb\","} {
		size := 3 << 20 // what is worse than linear shows by then
		if i < 3 {
			size = table.MaxBytes - 100
		}
		text := "Name,Due\n" + strings.Repeat(pattern, size/len(pattern))
		start := time.Now()
		got, err := table.Read(context.Background(), strings.NewReader(text), known("Name", "Due"))
		if (got == nil) == (err == nil) {
			t.Errorf("%q: %v and %v", pattern, got, err)
		}
		var e *core.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%q: %v", pattern, err)
		}
		if d := time.Since(start); d > 2*time.Minute {
			t.Errorf("%q: %v", pattern, d)
		}
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := table.Read(ctx, strings.NewReader("Name,Due\n"), nil); core.CodeOf(err) != core.CodeCancelled {
		t.Error(err)
	}
	if _, err := table.Parse(ctx, "Name,Due\na,b\n", "utf-8", nil); core.CodeOf(err) != core.CodeCancelled {
		t.Error(err)
	}
}

func TestReadTellsABrokenReader(t *testing.T) {
	r := io.MultiReader(strings.NewReader("Name,Due\n"), iotestErr{})
	if _, err := table.Read(context.Background(), r, nil); core.CodeOf(err) != core.CodeFile {
		t.Error(err)
	}
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errors.New("the cable is out") }

func TestTooManyRows(t *testing.T) {
	text := "Name,Due\n" + strings.Repeat("a,b\n", table.MaxRows+1)
	if _, err := table.Read(context.Background(), strings.NewReader(text), known("Name")); core.CodeOf(err) != core.CodeTooMany {
		t.Error(err)
	}
}

func TestColumnsFind(t *testing.T) {
	cols := table.Columns{
		{Field: "title", Headings: []string{"Title", "Тема"}},
		{Field: "due", Headings: []string{"Due date", "Срок"}},
		{Field: "mail", Headings: []string{"E-mail"}},
	}
	heads := func(h ...string) *table.Table { return &table.Table{Headings: h, Line: 3} }
	tests := []struct {
		name   string
		table  *table.Table
		given  map[string]string
		places table.Places
		unused []string
		code   core.Code
	}{
		{"by their own headings", heads("ТЕМА:", "due-DATE", "Other", "e mail"), nil, table.Places{"title": 0, "due": 1, "mail": 3}, []string{"Other"}, ""},
		{"the better heading wins", heads("Тема", "Title"), nil, table.Places{"title": 1}, []string{"Тема"}, ""},
		{"given", heads("Was wir tun", "Title"), map[string]string{"TITLE": "was wir tun"}, table.Places{"title": 0}, []string{"Title"}, ""},
		{"given for another field", heads("Title", "Срок"), map[string]string{"due": "Title", "title": "Срок"}, table.Places{"title": 1, "due": 0}, nil, ""},
		{"twice", heads("Title", "Due date", "title"), nil, nil, nil, core.CodeDuplicate},
		{"twice, but not needed", heads("Title", "x", "x"), nil, table.Places{"title": 0}, []string{"x", "x"}, ""},
		{"given, not there", heads("Title"), map[string]string{"due": "Wann"}, nil, nil, core.CodeNotFound},
		{"given for no field", heads("Title"), map[string]string{"colour": "Title"}, nil, nil, core.CodeBadChoice},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			places, unused, err := cols.Find(tt.table, tt.given)
			if core.CodeOf(err) != tt.code {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.places, places) + cmp.Diff(tt.unused, unused); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestParseColumns(t *testing.T) {
	got, err := table.ParseColumns([]string{"Title=Тема", " due = Wann = when "})
	if d := cmp.Diff(map[string]string{"Title": "Тема", "due": "Wann = when"}, got); d != "" || err != nil {
		t.Error(d, err)
	}
	for _, bad := range [][]string{{"Title"}, {"=x"}, {"x="}, {"a=b", "a=c"}} {
		if _, err := table.ParseColumns(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestWriteNeutralisesFormulas(t *testing.T) {
	var b bytes.Buffer
	bad := []string{
		"=1+1", "+7 900", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00A0=1", "\u200B=1", "a\n=1", "a\n\u00A0 -1", "a\r+1", "a; =1", "'=1", "''@x", "＝1",
	}
	rows := [][]string{{"Name"}}
	for _, s := range bad {
		rows = append(rows, []string{s})
	}
	if err := table.Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b.Bytes(), []byte("\uFEFF")) {
		t.Error("no mark of UTF-8, so that Excel would show other letters")
	}
	for _, part := range strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune("\n\r\t;\"", r) }) {
		part = strings.TrimLeft(part, " \u00A0\u200B\uFEFF")
		if strings.ContainsAny(part[:min(1, len(part))], "=+-@") {
			t.Errorf("a spreadsheet computes %q", part)
		}
	}
	got := read(t, b.String())
	if d := cmp.Diff(rows[1:], cells(got)); d != "" {
		t.Error(d)
	}
}

var lineEnds = regexp.MustCompile(`\r+\n`)

func TestWriteThenRead(t *testing.T) {
	cell := rapid.OneOf(
		rapid.StringMatching(`['=+\-@;, "\n\t\rа-яa-z\x{00A0}\x{200B}0-9]{0,12}`),
		rapid.String(),
		rapid.SampledFrom([]string{"sep=;", "'", "''=", "\n", "Name", ":::", "\r"}),
	)
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 1, 4), 1, 6).Draw(t, "rows")
		written := [][]string{{"Name", "Due", "Notes", "Имя", "Срок"}}
		var want [][]string
		for _, r := range rows {
			r = append([]string{"x"}, r...) // a blank row is none
			for i, c := range r {
				r[i] = lineEnds.ReplaceAllString(strings.ReplaceAll(c, "\x00", ""), "\n")
				if strings.ContainsFunc(r[i], func(c rune) bool { return c < ' ' && !strings.ContainsRune("\n\r\t", c) }) {
					r[i] = "" // control characters make a file binary
				}
			}
			written = append(written, r)
			for len(r) > 0 && r[len(r)-1] == "" {
				r = r[:len(r)-1]
			}
			want = append(want, r)
		}
		var b bytes.Buffer
		if err := table.Write(&b, written); err != nil {
			t.Fatal(err)
		}
		got, err := table.Read(context.Background(), &b, known("Name", "Due", "Notes", "Имя", "Срок"))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, cells(got)); d != "" || len(got.Rejected) > 0 {
			t.Fatal(d, got.Rejected)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Name,Due\nAnn,1\n", "sep=;\nИмя;Срок\n\"a\nb\";c", "\xFF\xFEN\x00a\x00m\x00e\x00", "\xC8\xEC\xFF;\xD1\xF0\xEE\xEA\r\xC0", "Notes:\n\"x\"\n\nName,Due\n'=1,\"", "\"\"\"", "a,b\n\"c\"d,e\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := table.Read(context.Background(), bytes.NewReader(b), known("Name", "Due", "Имя", "Срок"))
		var e *core.Error
		switch {
		case err != nil && !errors.As(err, &e):
			t.Fatalf("an error without a code: %v", err)
		case err == nil:
			last := 0
			for _, r := range got.Rows {
				if r.Line <= last || len(r.Cells) > len(got.Headings) {
					t.Fatalf("row in line %d after %d with %d cells", r.Line, last, len(r.Cells))
				}
				last = r.Line
			}
		}
	})
}
