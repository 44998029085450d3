package main

import (
	"bytes"
	"encoding/xml"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const iconFolder = "../../../assets/icons"

// The window is given the outlines, a person edits the strokes: they must say the same.
func TestCommittedOutlinesAreThoseOfTheStrokes(t *testing.T) {
	folder := t.TempDir()
	strokes, err := os.ReadFile(filepath.Join(iconFolder, "strokes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "strokes.txt"), strokes, 0o600); err != nil {
		t.Fatal(err)
	}
	forgotten := filepath.Join(folder, "forgotten.svg")
	if err := os.WriteFile(forgotten, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := outlineAll(folder); err != nil {
		t.Fatal(err)
	}
	made, _ := filepath.Glob(filepath.Join(folder, "*.svg"))
	committed, _ := filepath.Glob(filepath.Join(iconFolder, "*.svg"))
	if len(made) < 40 || len(made) != len(committed) {
		t.Errorf("%d outlines are committed, the strokes make %d: run make icons", len(committed), len(made))
	}
	for _, path := range made {
		want, _ := os.ReadFile(path)
		got, err := os.ReadFile(filepath.Join(iconFolder, filepath.Base(path)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the strokes make: run make icons", filepath.Base(path))
		}
	}
}

// Fyne replaces fills alone: an icon may hold filled paths and nothing else.
func TestOutlinesAreOneFilledShape(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(iconFolder, "*.svg"))
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var svg struct {
			ViewBox string `xml:"viewBox,attr"`
			Inner   []struct {
				XMLName xml.Name
				Attr    []xml.Attr `xml:",any,attr"`
			} `xml:",any"`
		}
		if err := xml.Unmarshal(data, &svg); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if svg.ViewBox != "0 0 24 24" || len(svg.Inner) != 1 || svg.Inner[0].XMLName.Local != "path" ||
			len(svg.Inner[0].Attr) != 1 || svg.Inner[0].Attr[0].Name.Local != "d" {
			t.Errorf("%s is not one plain path on a 24 x 24 sheet", path)
		}
	}
}

func TestOutline(t *testing.T) {
	tests := []struct{ strokes, want string }{
		{"M 5 12 H 19", "M5 11.1L19 11.1A0.9 0.9 0 0 1 19 12.9L5 12.9A0.9 0.9 0 0 1 5 11.1Z"},
		{"D 12 12", "M10.75 12A1.25 1.25 0 0 1 13.25 12A1.25 1.25 0 0 1 10.75 12Z"},
		{"O 12 12 4", "M7.1 12A4.9 4.9 0 0 1 16.9 12A4.9 4.9 0 0 1 7.1 12ZM8.9 12A3.1 3.1 0 0 0 15.1 12A3.1 3.1 0 0 0 8.9 12Z"},
		// Drawn either way round, an arc leaves the same ink.
		{"M 6 12 A 6 0 1 18 12", "M5.1 12A6.9 6.9 0 0 1 18.9 12A0.9 0.9 0 0 1 17.1 12A5.1 5.1 0 0 0 6.9 12A0.9 0.9 0 0 1 5.1 12Z"},
		{"M 18 12 A 6 0 0 6 12", "M5.1 12A6.9 6.9 0 0 1 18.9 12A0.9 0.9 0 0 1 17.1 12A5.1 5.1 0 0 0 6.9 12A0.9 0.9 0 0 1 5.1 12Z"},
	}
	for _, test := range tests {
		got, err := outline(test.strokes)
		if err != nil || got != test.want {
			t.Errorf("outline(%q)\n got %s %v\nwant %s", test.strokes, got, err, test.want)
		}
	}
}

func TestBadStrokesAreRefused(t *testing.T) {
	tests := map[string]string{
		"no colon here":             "no colon",
		"empty:":                    "nothing is drawn",
		"moved: M 1 1":              "nothing is drawn",
		"letter: Q 1 1":             "unknown command",
		"short: L 1":                "2 numbers wanted, 1 left",
		"word: L 1 one":             "invalid syntax",
		"far: M 0 0 A 2 0 1 20 20":  "no circle of radius 2",
		"thin: M 0 0 A 0.5 0 1 1 0": "not wider than the pen",
		"box: R 0 0 4 4 3":          "does not fit",
	}
	for line, want := range tests {
		if _, _, err := outlineLine(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("outlineLine(%q): %v, want %q", line, err, want)
		}
	}
	file := filepath.Join(t.TempDir(), "strokes.txt")
	if err := os.WriteFile(file, []byte("# twice\nplus: D 1 1\nplus: D 2 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readIcons(file); err == nil || !strings.Contains(err.Error(), "strokes.txt:3: plus: drawn twice") {
		t.Errorf("a name drawn twice: %v", err)
	}
}

func TestArcCentreIsAsFarFromBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(0, 24)
		from := point{coordinate.Draw(t, "x0"), coordinate.Draw(t, "y0")}
		to := point{coordinate.Draw(t, "x1"), coordinate.Draw(t, "y1")}
		chord := math.Hypot(to.x-from.x, to.y-from.y)
		if chord < 0.1 {
			t.Skip("the ends are one point")
		}
		r := chord/2 + rapid.Float64Range(0, 24).Draw(t, "more")
		centre, err := arcCentre(from, to, r, rapid.Bool().Draw(t, "large"), rapid.Bool().Draw(t, "sweep"))
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range []point{from, to} {
			if d := math.Hypot(end.x-centre.x, end.y-centre.y); math.Abs(d-r) > 1e-6 {
				t.Fatalf("the centre is %g from an end, not %g", d, r)
			}
		}
	})
}
