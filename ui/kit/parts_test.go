package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// At whatever width a caption of parts breaks, no line begins or ends with the dot between two of them, and no word is lost.
func TestNoLineBeginsOrEndsWithADot(t *testing.T) {
	const said = "15:20 in Nairobi · Raz v 2 nedeli · individual mentoring on career growth · since 28 March 2026"
	for name, text := range map[string]*Text{
		"words": NewText(said, Caption()),
		"parts": NewText(said, Caption()).Parts(),
		"runs":  NewRuns(Run{"15:20 in Nairobi", Caption()}, Run{" · ", Muted()}, Run{"Raz v 2 nedeli · individual mentoring on career growth · since 28 March 2026", Caption()}),
	} {
		newBench(t, Look{Mode: Light}, fyne.NewSize(900, 200), text)
		for width := float32(900); width > 100; width -= 7 {
			var drawn []string
			for _, line := range text.linesFor(width) {
				s := ""
				for _, p := range line.pieces {
					s += p.text
				}
				s = strings.TrimSpace(s)
				if strings.HasPrefix(s, dot) || strings.HasSuffix(s, dot) {
					t.Errorf("%s, %v wide: %q", name, width, s)
				}
				drawn = append(drawn, s)
			}
			words := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, dot, "")), " ") }
			if got := strings.Join(drawn, " "); words(got) != words(said) {
				t.Errorf("%s, %v wide: %q", name, width, got)
			}
		}
	}
}

// Parts stay whole where that takes no line more.
func TestPartsStayWhole(t *testing.T) {
	text := NewText("Every two weeks · individual mentoring", Caption()).Parts()
	newBench(t, Look{Mode: Light}, fyne.NewSize(900, 200), text)
	lines := text.linesFor(text.NaturalWidth() - 20)
	if len(lines) != 2 || lines[1].pieces[0].text != "individual mentoring" {
		t.Errorf("%+v", lines)
	}
}

// A dot in the title of a card is part of a name there: at whatever width it breaks none is lost, and no line begins with one.
func TestATitleKeepsItsDots(t *testing.T) {
	const said = "Next: Дмитрий Орлов · individual · Halden Shipping"
	title := NewCard(said, "", nil).title
	newBench(t, Look{Mode: Light}, fyne.NewSize(900, 200), title)
	broken := false
	for width := title.NaturalWidth(); width > 120; width -= 7 {
		var drawn []string
		for _, line := range title.linesFor(width) {
			s := ""
			for _, p := range line.pieces {
				s += p.text
			}
			if strings.HasPrefix(s, dot) {
				t.Errorf("%v wide: %q", width, s)
			}
			drawn = append(drawn, strings.Fields(s)...) // no-break spaces too
		}
		broken = broken || len(title.linesFor(width)) > 2
		if got := strings.Join(drawn, " "); got != said {
			t.Errorf("%v wide: %q", width, got)
		}
	}
	if !broken {
		t.Error("it never broke")
	}
}
