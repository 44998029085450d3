package program

import (
	"context"
	"errors"
	"os"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// holder is the name under which the window holds a file.
const holder = "mentorbook"

// opened is a workspace that is open, with its own record.
type opened struct {
	store     *storage.Store
	planner   *planner.Planner
	workspace *core.Workspace
	backup    time.Time // when the newest backup was made; zero for none
	reading   error     // why it can only be read; nil where it can be written
	since     planner.SentSince
}

// opener opens and makes workspaces for one device.
type opener struct {
	clock    planner.Clock
	device   core.Device
	language core.Language // of a workspace that has none yet
}

// file opens a workspace that is there, unless that was cancelled meanwhile: for reading alone where it can't be
// written, or an import that was cut off can't be taken back.
func (o opener) file(ctx context.Context, path string) (*opened, error) {
	w, err := o.fileFor(ctx, path, storage.Options{Holder: holder})
	switch core.CodeOf(err) {
	case core.CodeReadOnly, core.CodeUnfinished:
		reading, failed := o.fileFor(ctx, path, storage.Options{Holder: holder, ReadOnly: true})
		switch {
		case failed == nil:
			reading.reading = err
			return reading, nil
		case core.CodeOf(failed) == core.CodeReadOnly: // why it can't even be read
			return nil, failed
		}
	}
	return w, err
}

func (o opener) fileFor(ctx context.Context, path string, opt storage.Options) (*opened, error) {
	store, err := storage.Open(ctx, path, opt)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, errors.Join(core.Wrap(core.CodeCancelled, err), store.Close())
	}
	return o.useFor(ctx, store, opt.ReadOnly)
}

// unstarted tells whether an error says that a file holds no workspace yet: its making was cut off.
func unstarted(err error) bool {
	var coded *core.Error
	return errors.As(err, &coded) && coded.Code == core.CodeNotWorkspace && coded.Args["reason"] == notStarted
}

const notStarted = "no workspace record"

// fresh makes a workspace and fills it; where that fails, no file is left behind. A file whose making was once cut off
// is gone on with.
func (o opener) fresh(ctx context.Context, path string, fill func(*planner.Planner) error) (*opened, error) {
	fillStore := wire.Filled(ctx, o.clock, o.device, o.language, fill)
	store, err := storage.Make(ctx, path, storage.Options{Holder: holder}, fillStore)
	if core.CodeOf(err) == core.CodeExists {
		w, why := o.file(ctx, path)
		switch {
		case w != nil:
			return nil, errors.Join(err, w.store.Close())
		case unstarted(why):
			if store, err = storage.Open(ctx, path, storage.Options{Holder: holder}); err == nil {
				if err = fillStore(store); err != nil {
					err = errors.Join(err, store.Close())
				}
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return o.use(ctx, store)
}

// start makes a workspace of somebody's own.
func (o opener) start(ctx context.Context, path string, start planner.Start) (*opened, error) {
	return o.fresh(ctx, path, func(p *planner.Planner) error {
		_, err := p.Workspace.Start(ctx, start)
		return err
	})
}

// sample makes a workspace of invented people, or opens the one that is there.
func (o opener) sample(ctx context.Context, path string, as core.Role) (*opened, error) {
	w, err := o.file(ctx, path)
	if core.CodeOf(err) != core.CodeNotFound && !unstarted(err) {
		return w, err
	}
	return o.fresh(ctx, path, func(p *planner.Planner) error {
		return sample.Fill(ctx, p, sample.Options{As: as, Now: o.clock.Now(), Language: o.language, Written: o.language}, nil)
	})
}

// imported makes a workspace of an export of a whole one; read is told how much of the file was read.
func (o opener) imported(ctx context.Context, from, path string, read *share) (*opened, error) {
	in, err := os.Open(from)
	if err != nil {
		return nil, storage.FileError(from, err)
	}
	defer in.Close()
	if info, err := in.Stat(); err == nil {
		read.of(info.Size())
	}
	return o.fresh(ctx, path, func(p *planner.Planner) error { return p.Exchange.Import(ctx, read.reader(in), nil) })
}

// compacted writes a workspace's file anew without what was deleted, and opens it. It gives the sizes before and
// after, in bytes.
func (o opener) compacted(ctx context.Context, path string) (w *opened, before, after int64, err error) {
	if before, after, err = storage.Compact(ctx, path); err != nil {
		return nil, 0, 0, err
	}
	w, err = o.file(context.WithoutCancel(ctx), path) // it is done
	return w, before, after, err
}

// restored puts a backup in a workspace's place and opens it. What lay there stays beside it, under the name that
// is given back.
func (o opener) restored(ctx context.Context, backup, path string, tell storage.Progress) (w *opened, aside string, err error) {
	if aside, err = storage.RestoreTelling(ctx, backup, path, o.clock.Now(), tell); err != nil {
		return nil, "", err
	}
	ctx = context.WithoutCancel(ctx) // it is done
	if w, err = o.file(ctx, path); err != nil || w.reading != nil {
		return w, aside, err
	}
	if w.since, err = wire.SentSince(ctx, w.planner, aside); err != nil {
		return nil, aside, errors.Join(err, w.store.Close())
	}
	return w, aside, nil
}

// use puts the planner over an open file. Texts are written in the workspace's own language.
func (o opener) use(ctx context.Context, store *storage.Store) (*opened, error) {
	return o.useFor(ctx, store, false)
}

// useFor is use for reading alone too: then what is left of a cut-off import may lie there.
func (o opener) useFor(ctx context.Context, store *storage.Store, reading bool) (*opened, error) {
	w := &opened{store: store}
	err := store.View(ctx, func(r planner.Reader) error {
		for rec, err := range r.All(core.KindWorkspace) {
			if err != nil {
				return err
			}
			w.workspace = rec.(*core.Workspace)
			return nil
		}
		return core.Fail(core.CodeNotWorkspace, "path", store.Path(), "reason", notStarted)
	})
	if err == nil {
		w.planner, err = wire.Planner(ctx, store, o.clock, o.device, w.workspace.Language)
		if reading && core.CodeOf(err) == core.CodeUnfinished {
			err = nil
		}
	}
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	if list, err := storage.Backups(store.Path()); err == nil && len(list) > 0 {
		w.backup = list[len(list)-1].At
	}
	return w, nil
}

// close ends the use of a workspace, with a backup where anything has changed since the last one.
func (w *opened) close(ctx context.Context, now time.Time) error {
	if w.reading != nil {
		return w.store.Close()
	}
	_, err := w.store.KeepBackup(ctx, now)
	return errors.Join(err, w.store.Close())
}
