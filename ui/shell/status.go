package shell

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Status is what stands in the status bar.
type Status struct {
	Workspace string // the file's name
	Saved     string // "All changes saved"
	Alarm     bool   // Saved is bad news
	Backup    string // "Backup today 09:14"
}

// statusbar shows it, and running work with a way to cancel it.
type statusbar struct {
	shell     *Shell
	edge      fyne.CanvasObject
	workspace *kit.Text
	saved     *kit.Text
	alarm     bool // it is bad news, and not to be covered
	backup    *kit.Text
	busy      *fyne.Container
	sign      *kit.Chip
	under     float32 // up to where a message lies on it; what stands there gives way
	all       *fyne.Container
}

func newStatusbar(s *Shell) *statusbar {
	b := &statusbar{
		shell: s, edge: kit.Hairline(), busy: kit.Line(8),
		sign:      kit.NewChip("", kit.Warn),
		workspace: kit.NewLine("", kit.Caption()), saved: kit.NewLine("", kit.Caption()), backup: kit.NewLine("", kit.Caption()),
	}
	b.sign.Hide()
	b.all = &fyne.Container{Objects: []fyne.CanvasObject{b.edge, b.sign, b.workspace, b.saved, b.busy, b.backup}}
	b.all.Layout = b
	return b
}

func (b *statusbar) set(s Status) {
	b.workspace.SetText(s.Workspace)
	b.backup.SetText(s.Backup)
	style := kit.Caption()
	if b.alarm = s.Alarm; s.Alarm {
		style = kit.CaptionIn(kit.ColorDanger)
		style.Bold = true
	}
	b.saved.SetRuns(kit.Run{Text: s.Saved, Style: style})
	b.all.Refresh()
}

// setSign shows a state of the window that must not be forgotten; "" for none.
func (b *statusbar) setSign(text string) {
	b.sign.Set(text, kit.Warn)
	b.all.Refresh()
}

// setBusy shows the newest running work.
func (b *statusbar) setBusy(jobs []Busy) {
	b.busy.Objects = nil
	if n := len(jobs); n > 0 {
		j := jobs[n-1]
		if j.Title == "" {
			j.Title = b.shell.words(wordWorking)
		}
		text := j.Title
		parts := []fyne.CanvasObject{}
		if j.Total > 0 {
			share := float64(j.Done) / float64(j.Total)
			text = b.shell.words(wordBusy, "title", j.Title, "percent", fmt.Sprintf("%.0f", share*100))
			parts = append(parts, kit.NewBar(share).Wide(90))
		}
		cancel := kit.NewChipButton(b.shell.words(wordCancel), kit.Neutral, false, func() { b.shell.Runner.Cancel(j.Key) })
		parts = append(parts, kit.NewLine(text, kit.CaptionIn(kit.ColorAccent)), cancel)
		b.busy.Objects = parts
	}
	b.all.Refresh()
}

// MinSize is given by the frame.
func (b *statusbar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// free gives where messages may lie in a bar of a width: neither on a state that must not be forgotten or on bad news, nor on
// what can be pressed.
func (b *statusbar) free(width float32) (from, to float32) {
	margin, gap := kit.SizeOf(kit.SizeMargin), kit.Px(18)
	if from, to = margin, width-margin; b.sign.Visible() {
		from += min(kit.NaturalWidth(b.sign), width/2) + gap
	}
	if b.alarm {
		from += min(b.saved.NaturalWidth(), width/3) + gap
	}
	if len(b.busy.Objects) > 0 {
		to -= min(kit.NaturalWidth(b.backup), width/3) + gap + min(kit.NaturalWidth(b.busy), width/2) + gap
	}
	return from, to
}

// Layout gives the backup its width at the right, and the left what is left.
func (b *statusbar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	margin, gap := kit.SizeOf(kit.SizeMargin), kit.Px(18)
	put(b.edge, 0, 0, s.Width, kit.Px(1))
	centre := func(o fyne.CanvasObject, x, w float32) {
		h := kit.HeightFor(o, w)
		put(o, x, (s.Height-h)/2, w, h)
	}
	end := s.Width - margin
	w := min(kit.NaturalWidth(b.backup), s.Width/3)
	centre(b.backup, end-w, w)
	b.backup.Hidden = b.under > end-w
	end -= w + gap
	if len(b.busy.Objects) > 0 {
		w = min(kit.NaturalWidth(b.busy), s.Width/2)
		centre(b.busy, end-w, w)
		end -= w + gap
	}
	x := margin
	if b.sign.Visible() {
		w = min(kit.NaturalWidth(b.sign), s.Width/2)
		centre(b.sign, x, w)
		x += w + gap
	}
	texts := []*kit.Text{b.workspace, b.saved}
	if b.alarm {
		slices.Reverse(texts)
	}
	for _, t := range texts {
		w = max(min(t.NaturalWidth(), end-x), 0)
		centre(t, x, w)
		t.Hidden = b.under > x && (t != b.saved || !b.alarm)
		x += w + gap
	}
}
