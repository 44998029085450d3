package ui

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/tables"
)

// maxTable is the largest spreadsheet that is read, in bytes.
const maxTable = 32 << 20

func (w *Window) tableCommand() shell.Command {
	return shell.Command{ID: "table.import", Title: "tables.command", Run: func() {
		w.tryFile(w.words().T("tables.choose"), []string{".csv", ".tsv", ".txt"}, w.readTable)
	}}
}

// importTable shows what the import of a spreadsheet would do.
func (w *Window) importTable(path string) { w.readTable(path, w.failed) }

// readTable reads a spreadsheet of meetings, goals or promises, and shows what its import would do; read is told first
// whether it can be.
func (w *Window) readTable(path string, read func(error)) {
	if w.refused() {
		return
	}
	name := filepath.Base(path)
	var data []byte
	shell.Start(w.shell.Runner, "table", w.words().T("tables.reading"), func(ctx context.Context, _ shell.Report) ([]tables.Read, error) {
		var err error
		if data, err = tableIn(path); err != nil {
			return nil, err
		}
		var out []tables.Read
		for _, kind := range tables.Kinds() {
			plan, err := w.cfg.Planner.Tables.Read(ctx, kind, name, bytes.NewReader(data), nil)
			if ctx.Err() != nil {
				return nil, core.Wrap(core.CodeCancelled, ctx.Err())
			}
			layout, none := w.cfg.Planner.Tables.Layout(ctx, kind, name, bytes.NewReader(data))
			if none != nil {
				layout = nil // plan's error says why
			}
			out = append(out, tables.Read{Kind: kind, Plan: plan, Err: err, Layout: layout})
		}
		return out, nil
	}, func(all []tables.Read, err error) {
		if read(err); err != nil {
			return
		}
		tables.Show(name, all, tables.Deps{Words: w.words(), Dialogs: w.shell.Dialogs, Import: w.takeTable, Read: func(kind core.Kind, columns map[string]string, done func(*planner.TablePlan, error)) {
			shell.Start(w.shell.Runner, "table", "", func(ctx context.Context, _ shell.Report) (*planner.TablePlan, error) {
				return w.cfg.Planner.Tables.ReadOnly(ctx, kind, name, bytes.NewReader(data), columns)
			}, done)
		}})
	})
}

func tableIn(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, core.Wrap(core.CodeFile, err, "path", path)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxTable+1))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if len(data) > maxTable {
		return nil, core.Fail(core.CodeTooLarge, "path", path, "max", maxTable)
	}
	return data, core.Wrap(core.CodeFile, err, "path", path)
}

// takeTable carries an import out as one step, with its progress in the status bar, where it can be cancelled.
func (w *Window) takeTable(plan *planner.TablePlan) {
	shell.Start(w.shell.Runner, "table", w.words().T("tables.importing"), func(ctx context.Context, report shell.Report) (*planner.Step, error) {
		return w.cfg.Planner.Did(ctx, func(ctx context.Context) error {
			return w.cfg.Planner.Tables.Import(ctx, plan, func(done int) { report(done, len(plan.Steps)) })
		})
	}, func(s *planner.Step, err error) {
		if err != nil {
			w.failed(err)
			return
		}
		if s != nil {
			w.sayStep(s, s.Title)
		}
		w.saySkipped(w.skippedLines(plan))
		if plan.Kind == core.KindGoal {
			w.shell.Go(shell.Route{Screen: screenPlans})
		}
	})
}
