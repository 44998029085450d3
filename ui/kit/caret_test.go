package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheCursorStaysByItsLetter(t *testing.T) {
	for _, c := range []struct{ was, now, left string }{ // left: what then stands before the cursor, which is at the bar
		{"send it by Fridy|", "send it by Friday", "send it by Friday"},
		{"send it by Fridy, please|", "send it by Friday, please", "send it by Friday, please"},
		{"до пятицы|", "до пятницы", "до пятницы"},
		{"long text|", "short", "short"},
		{"|by Fridy", "by Friday", ""},
		{"by |Fridy", "by Friday", "by "},
		{"by Fridy| send", "by Friday send", "by Friday"},
		{"by Fri|dy send", "by Friday send", "by Fri"},
		{"? |what", "what", ""},
		{"ab|ab", "ab", "ab"},
		{"x|", "", ""},
		{"abc|def", "uvw", "uvw"},
	} {
		was, at := "", 0
		for i, r := range []rune(c.was) {
			if r == '|' {
				at = i
				continue
			}
			was += string(r)
		}
		if got := string([]rune(c.now)[:caretAfter(was, c.now, at)]); got != c.left {
			t.Errorf("%q, replaced by %q: behind %q", c.was, c.now, got)
		}
	}
}

// Whoever types on after a word was put right goes on where they were, and a field that nobody is in begins at its
// beginning.
func TestTypingGoesOnAfterACorrection(t *testing.T) {
	f, other := NewTextField("", "", nil), NewTextField("", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Stack(0, f, other))
	b.window.Canvas().Focus(f.Focusable())
	f.Type("send it by Fridy")
	f.SetText("send it by Friday")
	f.Type(" at noon")
	if f.Text() != "send it by Friday at noon" {
		t.Errorf("it says %q", f.Text())
	}
	for range " at noon" {
		press(f.Focusable(), fyne.KeyLeft)
	}
	f.SetText("send all by Friday at noon")
	f.Type("!")
	if f.Text() != "send all by Friday! at noon" {
		t.Errorf("from within it says %q", f.Text())
	}
	other.SetText("a text from elsewhere")
	if at := other.line.CursorColumn; at != 0 {
		t.Errorf("the cursor of a field without the focus is at %d", at)
	}
}

// A date that the arrows change has the cursor at its end, also where it grows longer.
func TestTheCursorStaysAtTheEndOfADate(t *testing.T) {
	d := NewDateField("Due", day("2026-11-09"), day("2026-11-09"), englishWords(), nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0, d))
	b.window.Canvas().Focus(d.Focusable())
	press(d.Focusable(), fyne.KeyEnd, fyne.KeyUp)
	if e := d.row.entry; e.Text != "10 Nov 2026" || e.CursorColumn != len(e.Text) {
		t.Errorf("the cursor is at %d of %q", e.CursorColumn, e.Text)
	}
}
