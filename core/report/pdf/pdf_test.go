package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core/draw"
)

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

var created = time.Date(2026, 11, 23, 9, 14, 0, 0, time.UTC)

// textPage sets cleaned text line by line on one page.
func textPage(text string) *draw.Document {
	style := draw.Style{Size: 10, Ink: draw.TextInk}
	page := draw.Page{Width: draw.A4Width, Height: draw.A4Height}
	y := 60.0
	for _, row := range draw.Wrap(draw.Clean(text), style, draw.A4Width-100) {
		page.Steps = append(page.Steps, draw.Set(row.Text, style, 50, y)...)
		y += 14
	}
	return &draw.Document{
		Meta:    draw.Meta{Title: "Отчёт о наставничестве", Lang: "ru", Created: created},
		Pages:   []draw.Page{page},
		Outline: []draw.OutlineItem{{Title: "Цели и навыки", Y: 60}},
	}
}

func TestWriteIsAcceptedByJudges(t *testing.T) {
	path := save(t, textPage("Наставник и подопечный: growth − not marks, ≥ 4 → ✓. Ёлка й\nsecond line 👍"))
	if out := judge(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
	text := judge(t, "pdftotext", "-layout", path, "-")
	for _, want := range []string{"Наставник и подопечный: growth − not marks, ≥ 4 → ✓. Ёлка й", "second line □"} {
		if !strings.Contains(text, want) {
			t.Errorf("text lacks %q:\n%s", want, text)
		}
	}
	t.Log(judge(t, "pdffonts", path), judge(t, "pdfinfo", path))
}
