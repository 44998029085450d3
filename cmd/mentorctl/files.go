package main

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// fileCommands are the commands about the file itself.
func (a *app) fileCommands() []*cobra.Command {
	return []*cobra.Command{a.check(), a.backup(), a.backups(), a.restore(), a.compact(), a.export(), a.importAll()}
}

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use: "check", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			told := a.progress()
			report, err := storage.CheckTelling(c.Context(), a.workspace, told.share)
			if told.end(); err != nil {
				return err
			}
			if a.json {
				if err := a.print(report); err != nil {
					return err
				}
			}
			if len(report.Findings) > 0 {
				return storage.Damaged(a.workspace, reasonOf(report.Findings[0]))
			}
			if report.Counts[core.KindWorkspace] == 0 {
				return core.FailField(core.CodeNotWorkspace, "beginning", "path", a.workspace)
			}
			n := 0
			for _, count := range report.Counts {
				n += count
			}
			if err := a.tell("ctl.sound", "count", n); err != nil {
				return err
			}
			if report.Unfinished {
				a.remark(a.words().Error(core.Fail(core.CodeUnfinished)))
			}
			return nil
		},
	}
}

// reasonOf gives what is wrong: in words where a record breaks a rule, else as the check says it.
func reasonOf(f storage.Finding) any {
	if f.Refused != nil {
		return core.Fail(core.CodeBadRow, "kind", "finding", "value", f.Where, "reason", f.Refused)
	}
	return f.Where + ": " + f.Reason
}

func (a *app) backup() *cobra.Command {
	return &cobra.Command{
		Use: "backup [FILE]", Args: between(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				if err := noDash(args[0]); err != nil {
					return err
				}
			}
			if _, err := a.read(c.Context()); err != nil {
				return err
			}
			if len(args) == 1 {
				if err := a.mayReplace(c.Context(), args[0]); err != nil {
					return err
				}
				told := a.progress()
				err := a.store.BackupTelling(c.Context(), args[0], told.bytes)
				if told.end(); err != nil {
					return err
				}
				return a.done(backupJSON{File: args[0]}, "ctl.written", "file", args[0])
			}
			told := a.progress()
			to, err := a.store.KeepBackupTelling(c.Context(), a.clock().Now(), told.bytes)
			if told.end(); err != nil {
				return err
			}
			if to == "" {
				return a.done(backupJSON{Unchanged: true}, "ctl.unchanged")
			}
			return a.done(backupJSON{File: to}, "ctl.written", "file", to)
		},
	}
}

// mayReplace refuses to write a backup over anything but an older one of the same workspace: one in which nothing was
// done that was not done here too.
func (a *app) mayReplace(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	other, err := storage.Open(ctx, path, storage.Options{ReadOnly: true})
	if err != nil {
		return core.FailField(core.CodeExists, "file", "value", path)
	}
	older, err := a.store.Holds(ctx, other)
	if err := errors.Join(err, other.Close()); err != nil {
		return err
	}
	if !older {
		return core.FailField(core.CodeExists, "other_copy", "value", path)
	}
	return nil
}

func (a *app) restore() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			told := a.progress()
			aside, err := storage.RestoreTelling(c.Context(), args[0], a.workspace, a.clock().Now(), told.bytes)
			if told.end(); err != nil {
				return err
			}
			since, err := a.sentSince(c.Context(), aside)
			if err != nil {
				return err
			}
			if aside == "" {
				return a.done(restoredJSON{File: a.workspace, Blind: since.Unknown}, "ctl.written", "file", a.workspace)
			}
			return a.done(restoredJSON{a.workspace, aside, since.Count, since.Unknown}, "ctl.restored", "file", a.workspace, "aside", aside)
		},
	}
}

// sentSince takes over what went out since a backup, and tells of it.
func (a *app) sentSince(ctx context.Context, aside string) (planner.SentSince, error) {
	p, err := a.open(ctx)
	if err != nil {
		return planner.SentSince{}, err
	}
	since, err := wire.SentSince(ctx, p, aside)
	for _, line := range wire.TellSentSince(a.words(), since, aside) {
		a.remark(line)
	}
	return since, err
}

func (a *app) compact() *cobra.Command {
	return &cobra.Command{
		Use: "compact", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			told := a.progress()
			before, after, err := storage.CompactTelling(c.Context(), a.workspace, told.bytes)
			if told.end(); err != nil {
				return err
			}
			return a.done(compactedJSON{a.workspace, before, after}, "ctl.compacted", "before", a.words().Bytes(before), "after", a.words().Bytes(after))
		},
	}
}

func (a *app) export() *cobra.Command {
	return &cobra.Command{
		Use: "export FILE.json", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.endsIn(args[0], ".json"); err != nil {
				return err
			}
			if err := mayBeExport(args[0]); err != nil {
				return err
			}
			p, err := a.read(c.Context())
			if err != nil {
				return err
			}
			told := a.progress()
			err = p.Exchange.WriteFile(c.Context(), args[0], told.share)
			if told.end(); err != nil {
				return err
			}
			return a.done(fileJSON{args[0]}, "ctl.written", "file", args[0])
		},
	}
}

// mayBeExport refuses to write an export over anything but an older one: other programs have files of that ending too.
func mayBeExport(path string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 { // what can't be written says so itself
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return storage.FileError(path, err)
	}
	defer f.Close()
	if !planner.IsExport(f) {
		return core.FailField(core.CodeExists, "file", "value", path)
	}
	return nil
}

// importAll makes a new workspace from an export. One that can't be taken leaves no file behind.
func (a *app) importAll() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE.json", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := openFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			told := a.progress()
			err = a.create(c.Context(), func(p *planner.Planner) error {
				return p.Exchange.Import(c.Context(), bufio.NewReader(file), told.done)
			})
			if told.end(); err != nil {
				return err
			}
			return a.done(importedJSON{args[0], a.workspace}, "ctl.imported", "file", args[0])
		},
	}
}
