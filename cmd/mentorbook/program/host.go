package program

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/storage"
	"mentorbook/storage/machine"
	"mentorbook/ui"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// remember changes the settings of this machine and writes them beside the window. What can't be written is lost,
// and no more.
func (p *Program) remember(change func(*machine.Settings)) {
	p.mu.Lock()
	change(p.cfg.Settings)
	p.mu.Unlock()
	p.beside(func() {
		if err := p.save(change); err != nil {
			p.cfg.Log(err)
		}
	})
}

// began remembers that a workspace is open in this window. It tells when a window began that had it open before and ended
// without a farewell; zero for none. What can only be read has nothing to lose.
func (p *Program) began(path string, w *opened) (cut time.Time) {
	now := p.cfg.Clock.Now()
	if w.reading != nil {
		p.remember(func(s *machine.Settings) { s.Opened(path, now) })
		return time.Time{}
	}
	p.mu.Lock()
	cut = p.cfg.Settings.Cut(path)
	p.mu.Unlock()
	p.remember(func(s *machine.Settings) { s.Begin(path, now) })
	return cut
}

// farewell remembers that the use of a workspace has ended well. It is written at once, so that no later opening is overtaken.
func (p *Program) farewell(path string) {
	end := func(s *machine.Settings) { s.End(path) }
	p.mu.Lock()
	end(p.cfg.Settings)
	p.mu.Unlock()
	if err := p.save(end); err != nil {
		p.cfg.Log(err)
	}
}

// save makes the same change to the settings as they lie on the disk: another window may have changed them since
// this one read them.
func (p *Program) save(change func(*machine.Settings)) error {
	p.saving.Lock()
	defer p.saving.Unlock()
	s, _, err := machine.Load(p.cfg.Keep, rand.Reader)
	if s == nil {
		return err
	}
	p.mu.Lock()
	s.Device = p.cfg.Settings.Device
	p.mu.Unlock()
	change(s)
	return s.Save(p.cfg.Keep)
}

// Recent implements ui.Host.
func (p *Program) Recent(context.Context) []welcome.Recent {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make([]welcome.Recent, 0, len(p.cfg.Settings.Recent))
	for _, path := range p.cfg.Settings.Recent {
		_, err := os.Stat(path)
		out = append(out, welcome.Recent{Path: path, Opened: p.cfg.Settings.Files[path].Opened, Missing: err != nil})
	}
	return out
}

// Forget implements ui.Host.
func (p *Program) Forget(path string) { p.remember(func(s *machine.Settings) { s.Forget(path) }) }

// Folder implements ui.Host.
func (p *Program) Folder() string {
	return p.cfg.Settings.Folder
}

// KeepFolder implements ui.Host.
func (p *Program) KeepFolder(dir string) { p.remember(func(s *machine.Settings) { s.Folder = dir }) }

// Captured implements ui.Host.
func (p *Program) Captured() string { return p.cfg.Settings.Capture }

// KeepCaptured implements ui.Host. What is the same already is not written again.
func (p *Program) KeepCaptured(kind string) {
	if kind != p.cfg.Settings.Capture {
		p.remember(func(s *machine.Settings) { s.Capture = kind })
	}
}

// Presented implements ui.Host.
func (p *Program) Presented() bool { return p.cfg.Settings.Presented }

// KeepPresented implements ui.Host. What is the same already is not written again.
func (p *Program) KeepPresented(on bool) {
	if on != p.cfg.Settings.Presented {
		p.remember(func(s *machine.Settings) { s.Presented = on })
	}
}

// Speak implements ui.Host.
func (p *Program) Speak(lang core.Language) (*locale.Words, error) {
	words, err := locale.New(lang)
	if err != nil {
		return nil, err
	}
	p.setWords(words)
	p.cfg.Language = ""
	p.remember(func(s *machine.Settings) { s.Language = lang })
	return words, nil
}

// Look implements ui.Host.
func (p *Program) Look() settings.Look {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cfg.Look()
}

// Look is how everything is to be seen on this machine.
func (c Config) Look() settings.Look {
	s := c.Settings
	look := settings.Look{Theme: s.Theme, Compact: s.Compact, Scale: s.Scale}
	if c.Theme != "" {
		look.Theme = c.Theme
	}
	return look
}

// SetLook implements ui.Host. A theme that was asked for at the start stays on show until another is chosen, and is not kept
// for the next start.
func (p *Program) SetLook(look settings.Look) {
	p.mu.Lock()
	asked := p.cfg.Theme != "" && look.Theme == p.cfg.Theme
	if !asked {
		p.cfg.Theme = ""
	}
	p.mu.Unlock()
	p.remember(func(s *machine.Settings) {
		s.Compact, s.Scale = look.Compact, look.Scale
		if !asked {
			s.Theme = look.Theme
		}
	})
	p.cfg.SetLook(look)
}

// Draw implements ui.Host.
func (p *Program) Draw(look settings.Look) { p.cfg.SetLook(look) }

// Backups implements ui.Host.
func (p *Program) Backups(context.Context) ([]settings.Backup, error) {
	w := p.current()
	if w == nil {
		return nil, nil
	}
	list, err := storage.Backups(w.store.Path())
	list = append(list, storage.Asides(w.store.Path())...)
	slices.SortStableFunc(list, func(a, b storage.BackupInfo) int { return a.At.Compare(b.At) })
	out := make([]settings.Backup, len(list))
	for i, b := range list {
		out[i] = settings.Backup(b)
	}
	return out, err
}

// Check implements ui.Host. It looks at a copy: the file itself is held by this window, and a check of it would
// have to wait for its end.
func (p *Program) Check(ctx context.Context, report shell.Report) (settings.Checked, error) {
	w := p.current()
	if w == nil {
		return settings.Checked{}, nil
	}
	dir, err := os.MkdirTemp(filepath.Dir(w.store.Path()), storage.CheckFolder)
	if err != nil {
		return settings.Checked{}, storage.FileError(w.store.Path(), err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "copy"+welcome.Extension)
	half := 0 // copying is one half of it, and looking at the copy the other
	part := func(done, total int) { report(half+done*100/max(total, 1), 200) }
	if err := w.store.BackupTelling(ctx, path, part); err != nil {
		return settings.Checked{}, err
	}
	half = 100
	found, err := storage.CheckTelling(ctx, path, part)
	if err != nil {
		return settings.Checked{}, err
	}
	out := settings.Checked{}
	for _, n := range found.Counts {
		out.Records += n
	}
	for _, f := range found.Findings {
		out.Findings = append(out.Findings, f.Where+": "+f.Reason)
	}
	return out, nil
}

// About implements ui.Host.
func (p *Program) About() settings.About { return p.cfg.About() }

// BackUp implements ui.Host.
func (p *Program) BackUp(ctx context.Context, report shell.Report) (last time.Time, made bool, err error) {
	w := p.current()
	if w == nil {
		return time.Time{}, false, core.Fail(core.CodeFile, "path", "", "reason", "it is closed")
	}
	now := p.cfg.Clock.Now()
	path, err := w.store.KeepBackupTelling(ctx, now, storage.Progress(report))
	if made = err == nil && path != ""; made {
		p.setBacked(now)
	}
	return p.Backed(), made, err
}

// Upkeep implements ui.Host.
func (p *Program) Upkeep(ctx context.Context) (time.Time, error) {
	w := p.current()
	if w == nil || w.reading != nil {
		return p.Backed(), nil
	}
	made, err := wire.Upkeep(ctx, w.planner, w.store)
	if made != "" {
		p.setBacked(p.cfg.Clock.Now())
	}
	return p.Backed(), err
}

// Backed implements ui.Host.
func (p *Program) Backed() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.backed
}

func (p *Program) setBacked(at time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.backed = at
}

// upkeepEvery is how often a window that stays open does what its workspace needs from time to time.
const upkeepEvery = time.Hour

// upkeep does it now, and again and again while the workspace is open.
func (p *Program) upkeep(w *opened) {
	if p.current() != w {
		return // another workspace has its own
	}
	p.window.Upkeep()
	p.cfg.After(upkeepEvery, func() { p.upkeep(w) })
}

// notes tells once of a report that nobody was told of yet.
func (p *Program) notes() []ui.Note {
	report := p.cfg.Report
	name := filepath.Base(report)
	if report == "" || name == p.cfg.Settings.Told {
		return nil
	}
	p.remember(func(s *machine.Settings) { s.Told = name })
	reveal := p.cfg.Desktop.Reveal != nil
	return []ui.Note{{
		Say: func(w *locale.Words) (text, action string) {
			if reveal {
				action = w.T("export.show")
			}
			return w.T("window.crashed", "file", report), action
		},
		Do: func() { p.window.Reveal(report) },
	}}
}

// least is a side of a window that is worth remembering, in the toolkit's units.
const least = 200

// Resized remembers the window's size for the next start.
func (p *Program) Resized() {
	if size := p.cfg.Window.Canvas().Size(); size.Width >= least && size.Height >= least {
		p.remember(func(s *machine.Settings) { s.Window = machine.Size{Width: size.Width, Height: size.Height} })
	}
}

// unusedName gives a path at which no file lies: the wished one, or one with a figure in its name.
func unusedName(path string) string {
	stem := strings.TrimSuffix(path, welcome.Extension)
	for i, try := 2, path; ; i++ {
		if _, err := os.Lstat(try); err != nil {
			return filepath.Clean(try)
		}
		try = fmt.Sprintf("%s-%d%s", stem, i, welcome.Extension)
	}
}
