package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core/draw"
)

var created = time.Date(2026, 11, 23, 9, 14, 0, 0, time.FixedZone("", 3*60*60))

// judge runs a program over a file and gives what it prints. A judge that is missing skips the test, but not
// where the whole house is judged.
func judge(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is missing", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func write(t *testing.T, doc *draw.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(context.Background(), &out, doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func save(t *testing.T, doc *draw.Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, write(t, doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// paragraphs is a document of running text.
func paragraphs(texts ...string) *draw.Document {
	f := draw.NewFlow(draw.A4())
	for _, text := range texts {
		f.Paragraph(text)
	}
	return f.Document(draw.Meta{Title: "t", Created: created}, nil)
}

func contains(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
}

func TestReportIsAcceptedByItsJudges(t *testing.T) {
	path := save(t, sample())
	contains(t, judge(t, "qpdf", "--check", path), "No syntax or stream encoding errors found")
	contains(t, judge(t, "pdftotext", "-layout", path, "-"),
		"Mentorship progress report", "Amina Yusuf · mentor M. Lindqvist · 1 October – 23 November 2026",
		"54%", "of goal measures reached", "Reach staff engineer by June 2027", "Влияние без полномочий",
		"2 → 3.6, target 4", "Goal measure = (now − baseline) / (target − baseline)", "page 1 of 2", "page 2 of 2")
	fonts := judge(t, "pdffonts", path)
	if n := len(regexp.MustCompile(`(?m)^MB[A-Z]{4}\+NotoSans\S* +CID TrueType +Identity-H +yes yes yes `).FindAllString(fonts, -1)); n != 3 {
		t.Errorf("%d of 3 fonts are embedded subsets:\n%s", n, fonts)
	}
	plain := judge(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
	contains(t, plain, "/FontName /MBREGU+NotoSans-Regular", "/BaseFont /MBBOLD+NotoSans-Bold")
	if strings.Contains(plain, "utf8") {
		t.Error("a font has the writer's name for it")
	}
}

func TestDocumentSaysNoMoreThanItShould(t *testing.T) {
	doc := sample()
	doc.Title, doc.Subject, doc.Author = "Отчёт\nза год 🚀", "Тема (скобка\\", "М. Линдквист"
	doc.Lang = "ru-RU"
	path := save(t, doc)
	info := judge(t, "pdfinfo", path)
	contains(t, info, "Title:           Отчёт за год □\n", "Subject:         Тема (скобка\\\n", "Author:          М. Линдквист\n",
		"Producer:        Mentorbook\n", "CreationDate:    Mon Nov 23 06:14:00 2026 UTC\n", "ModDate:         Mon Nov 23 06:14:00 2026 UTC\n",
		"Metadata Stream: no\n", "JavaScript:      no\n", "Page size:       595.28 x 841.89 pts (A4)\n")
	plain := judge(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
	contains(t, plain, "/Lang (ru-RU)")
	for _, word := range []string{"EmbeddedFiles", "/Keywords", "/Creator ", "gofpdf", "FPDF", "/tmp", "/home"} {
		if strings.Contains(plain, word) {
			t.Errorf("the file holds %q", word)
		}
	}
}

func TestLangIsATagOrNothing(t *testing.T) {
	for lang, want := range map[string]string{"en": "/Lang (en)", "": "", "x) /Evil (y": "", strings.Repeat("a", 60): ""} {
		doc := paragraphs("text")
		doc.Lang = lang
		out := write(t, doc)
		if want == "" && bytes.Contains(out, []byte("/Lang")) || !bytes.Contains(out, []byte(want)) {
			t.Errorf("lang %q", lang)
		}
	}
}

func TestHostileTextComesOut(t *testing.T) {
	long := strings.Repeat("наставничество", 715)
	path := save(t, paragraphs(
		"Наставник and mentee: вместе",
		"emoji 🚀 done ✅ smile 😀",
		"и\u0306 composed, x\u0302 not",
		"bell \a and escape \x1b and \xff",
		"a\u2028b\u202ec\u00add",
		"(brackets) \\ and \\) and %",
		long,
	))
	contains(t, judge(t, "qpdf", "--check", path), "No syntax or stream encoding errors found")
	text := judge(t, "pdftotext", "-layout", path, "-")
	contains(t, text, "Наставник and mentee: вместе", "emoji □ done ✔ smile :)", "й composed, x\u0302 not",
		"bell ␇ and escape ␛ and \ufffd", "a\nbcd", "(brackets) \\ and \\) and %")
	if solid := strings.Join(strings.Fields(text), ""); !strings.Contains(solid, long) {
		t.Error("the long word is not whole")
	}
}

func TestOutlineLeadsToItsPages(t *testing.T) {
	doc := sample()
	plain := judge(t, "qpdf", "--json", "--json-key=outlines", save(t, doc))
	for _, want := range []string{`"title": "Mentorship progress report"`, `"title": "Goals"`, `"title": "How these figures are calculated"`, `"destpageposfrom1": 2`} {
		contains(t, plain, want)
	}
}

func TestOutlineLevelsMayJump(t *testing.T) {
	doc := paragraphs("text")
	doc.Outline = []draw.OutlineItem{{Title: "a", Level: 3}, {Title: "b", Level: 5}, {Title: "c", Level: -2}, {Title: "д", Level: 1}}
	path := save(t, doc)
	contains(t, judge(t, "qpdf", "--check", path), "No syntax or stream encoding errors found")
	type entry struct {
		Title string
		Kids  []entry
	}
	var found struct{ Outlines []entry }
	if err := json.Unmarshal([]byte(judge(t, "qpdf", "--json", "--json-key=outlines", path)), &found); err != nil {
		t.Fatal(err)
	}
	want := []entry{{"a", []entry{{"b", []entry{}}}}, {"c", []entry{{"д", []entry{}}}}}
	if diff := cmp.Diff(want, found.Outlines); diff != "" {
		t.Error(diff)
	}
}

func TestPagesOfSeveralSizes(t *testing.T) {
	doc := paragraphs("text")
	doc.Pages = append(doc.Pages, draw.Page{Width: 300, Height: 200}, draw.Page{Width: 400, Height: 100})
	info := judge(t, "pdfinfo", "-l", "3", save(t, doc))
	contains(t, info, "Page    1 size:  595.28 x 841.89 pts (A4)", "Page    2 size:  300 x 200 pts", "Page    3 size:  400 x 100 pts")
}

func TestWritesAreEqual(t *testing.T) {
	want := write(t, sample())
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			var out bytes.Buffer
			if err := Write(context.Background(), &out, sample()); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("differs: %d bytes, not %d (%v)", out.Len(), len(want), err)
			}
		})
	}
	wait.Wait()
}

// TestEveryRuneComesOut writes all runes that the fonts have, twice, and reads them back. Many of them share
// a glyph, and gofpdf keeps them in maps.
func TestEveryRuneComesOut(t *testing.T) {
	var all strings.Builder
	for r := rune(' '); r < 0xffff; r++ {
		if s := string(r); draw.Clean(s) == s && !unicode.In(r, unicode.M, unicode.Z) {
			all.WriteString(s)
		}
	}
	doc := paragraphs(all.String())
	path := save(t, doc)
	for range 5 {
		if again, err := os.ReadFile(path); err != nil || !bytes.Equal(again, write(t, doc)) {
			t.Fatalf("the file differs (%v)", err)
		}
	}
	contains(t, judge(t, "qpdf", "--check", path), "No syntax or stream encoding errors found")
	text := judge(t, "pdftotext", "-raw", path, "-")
	lost := 0
	for _, r := range all.String() {
		if !strings.ContainsRune(text, r) {
			lost++
			t.Logf("%U %c", r, r)
		}
	}
	if lost > 0 {
		t.Errorf("%d of %d runes are lost", lost, utf8.RuneCountInString(all.String()))
	}
}

func TestOneDocumentMayBeWrittenByMany(t *testing.T) {
	doc := sample()
	want := write(t, doc)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var out bytes.Buffer
			if err := Write(context.Background(), &out, doc); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("differs (%v)", err)
			}
		})
	}
	wait.Wait()
}

// endsAfter is a context that ends when it has been asked some times.
type endsAfter struct {
	context.Context
	left int
}

func (c *endsAfter) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestWriteCanBeCancelledAnywhere(t *testing.T) {
	doc := paragraphs(strings.Repeat("word ", 5000))
	for left := 0; ; left++ {
		var out bytes.Buffer
		err := Write(&endsAfter{context.Background(), left}, &out, doc)
		if err == nil {
			if left < 2*len(doc.Pages) {
				t.Errorf("asked %d times for %d pages", left, len(doc.Pages))
			}
			return
		}
		if !errors.Is(err, context.Canceled) || out.Len() > 0 {
			t.Fatalf("%d: %v, %d bytes", left, err, out.Len())
		}
	}
}

func TestBrokenDocumentsAreRefused(t *testing.T) {
	page := func(steps ...draw.Step) *draw.Document {
		return &draw.Document{Pages: []draw.Page{{Width: 100, Height: 100, Steps: steps}}}
	}
	nan, inf := math.NaN(), math.Inf(1)
	for name, doc := range map[string]*draw.Document{
		"no pages":       {},
		"no size":        {Pages: []draw.Page{{}}},
		"endless page":   {Pages: []draw.Page{{Width: 100, Height: inf}}},
		"nil step":       page(nil),
		"emoji":          page(draw.Text{Size: 10, Ink: draw.TextInk, String: "🚀"}),
		"control":        page(draw.Text{Size: 10, Ink: draw.TextInk, String: "a\nb"}),
		"no face":        page(draw.Text{Size: 10, Ink: draw.TextInk, Face: 77, String: "a"}),
		"text nowhere":   page(draw.Text{X: nan, Size: 10, Ink: draw.TextInk, String: "a"}),
		"text of size 0": page(draw.Text{Ink: draw.TextInk, String: "a"}),
		"line":           page(draw.Line{X1: inf, Ink: draw.TextInk}),
		"polyline":       page(draw.Polyline{Points: []draw.Point{{X: nan}, {}}, Ink: draw.TextInk}),
		"rect":           page(draw.Rect{W: nan, Fill: draw.TextInk}),
		"polygon":        page(draw.Polygon{Points: []draw.Point{{}, {}, {Y: inf}}, Fill: draw.TextInk}),
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := Write(context.Background(), &out, doc); err == nil || out.Len() > 0 {
				t.Errorf("error %v, %d bytes", err, out.Len())
			}
		})
	}
}

func TestOddStepsAreDrawn(t *testing.T) {
	doc := &draw.Document{Pages: []draw.Page{{Width: 100, Height: 100, Steps: []draw.Step{
		draw.Line{},
		draw.Polyline{},
		draw.Rect{},
		draw.Polygon{},
		draw.Text{Size: 10, Ink: draw.TextInk, String: "x"},
		draw.Text{Size: 10, Ink: draw.TextInk},
		draw.Text{Size: 10, Ink: 200, String: "y"},
		draw.Rect{W: 10, H: 4, Radius: 90, Fill: draw.AccentInk, Stroke: draw.HairInk, StrokeWidth: 1},
		draw.Polyline{Points: []draw.Point{{}, {X: 5}, {Y: 5}}, Width: 1, Dash: 2, Ink: draw.TextInk},
		draw.Polygon{Points: []draw.Point{{}, {X: 5}, {Y: 5}}, Fill: draw.TextInk},
	}}}}
	contains(t, judge(t, "qpdf", "--check", save(t, doc)), "No syntax or stream encoding errors found")
}

var errFull = errors.New("full")

type fullWriter struct{ io.Writer }

func (fullWriter) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheWriterIsTold(t *testing.T) {
	if err := Write(context.Background(), fullWriter{}, paragraphs("x")); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// TestPictureHoldsWhatIsDrawn renders a page: the bars have the colours of the palette where they should be.
func TestPictureHoldsWhatIsDrawn(t *testing.T) {
	prefix := filepath.Join(t.TempDir(), "page")
	judge(t, "pdftoppm", "-r", "72", "-singlefile", save(t, sample()), prefix)
	picture, err := os.ReadFile(prefix + ".ppm")
	if err != nil {
		t.Fatal(err)
	}
	accent := draw.PaperPalette().Color(draw.AccentInk)
	if n := bytes.Count(picture, []byte{accent.R, accent.G, accent.B}); n < 3000 {
		t.Errorf("%d pixels in the accent colour", n)
	}
}
