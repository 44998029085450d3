package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mentorbook/cmd/internal/onscreen"
	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// lab holds what the rows share: the programs, the workspaces, the display, and measures that serve several rows.
type lab struct {
	window, empty string // the programs
	folder        string // of the workspaces
	quick         bool
	say           func(format string, args ...any)

	ready   map[string]bool // workspaces that are in today's form
	display *onscreen.Display
	home    onscreen.Home
	started []round // of starts, once measured
	rested  [][3]rested
	keyed   map[over]handled // once measured
}

// now is the time of every measure, so that the samples are the same on every day.
func now() time.Time { return time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC) }

// open makes the folders.
func (l *lab) open() error {
	if err := os.MkdirAll(l.folder, 0o700); err != nil {
		return err
	}
	folder, err := filepath.Abs(l.folder)
	if err != nil {
		return err
	}
	l.folder = folder
	home, err := os.MkdirTemp(l.folder, "home")
	if err != nil {
		return err
	}
	l.home, l.ready, l.keyed = onscreen.Home(home), map[string]bool{}, map[over]handled{}
	return l.home.Still()
}

func (l *lab) close() {
	if l.display != nil {
		_ = l.display.Close()
	}
	_ = os.RemoveAll(string(l.home))
}

// rounds is how often something is measured: as often as in the table, or once where it is quick.
func (l *lab) rounds(n int) int {
	if l.quick {
		return 1
	}
	return n
}

// screen gives the display, opened when it is first asked for.
func (l *lab) screen() (*onscreen.Display, error) {
	if l.display != nil {
		return l.display, nil
	}
	d, err := onscreen.OpenDisplay()
	l.display = d
	return d, err
}

// largeSample is 1,000 relationships with 100 meetings each, and 20 promises from each of those.
func (l *lab) largeSample() sample.Options {
	opt := sample.Options{As: core.RoleMentor, Now: now(), Language: core.English, Relationships: 1000, Meetings: 100, Actions: 20, Seed: 1}
	if l.quick {
		opt.Relationships, opt.Meetings, opt.Actions = 20, 10, 4
	}
	return opt
}

func smallSample() sample.Options {
	return sample.Options{As: core.RoleMentor, Now: now(), Language: core.English}
}

// workspace gives a file with a sample in it, made if it is not there yet: the large one takes minutes.
func (l *lab) workspace(ctx context.Context, opt sample.Options) (string, error) {
	name := "sample"
	if opt.Relationships > 0 {
		name = fmt.Sprintf("large-%dx%dx%d", opt.Relationships, opt.Meetings, opt.Actions)
	}
	path := filepath.Join(l.folder, name+".mentorbook")
	if l.ready[path] {
		return path, nil
	}
	if _, err := os.Stat(path); err == nil {
		return path, l.renew(ctx, path)
	}
	l.say("making %s ...", path)
	err := l.fill(ctx, path, opt)
	l.ready[path] = err == nil
	return path, err
}

// renew brings a workspace that an earlier program made to today's form, which is no part of what is measured.
func (l *lab) renew(ctx context.Context, path string) error {
	store, err := storage.Open(ctx, path, storage.Options{})
	if err == nil {
		err = store.Close()
	}
	l.ready[path] = err == nil
	return err
}

// fill makes a workspace; one that is cut off leaves no file that could be taken for whole.
func (l *lab) fill(ctx context.Context, path string, opt sample.Options) error {
	store, err := storage.Make(ctx, path, storage.Options{}, wire.Filled(ctx, wire.Clock{Fixed: now()}, "bench", core.English,
		func(p *planner.Planner) error { return sample.Fill(ctx, p, opt, nil) }))
	if err != nil {
		return err
	}
	return store.Close()
}

// planner opens a workspace, and gives how to close it again.
func (l *lab) planner(ctx context.Context, path string) (*planner.Planner, func() error, error) {
	store, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		return nil, nil, err
	}
	p, err := wire.Planner(ctx, store, wire.Clock{Fixed: now()}, "bench", core.English)
	if err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return p, store.Close, nil
}

// took tells how many milliseconds something takes.
func took(do func() error) (float64, error) {
	start := time.Now()
	err := do()
	return float64(time.Since(start)) / 1e6, err
}
