package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/people"
	"mentorbook/ui/shell"
)

// contactFiles are the endings of the files that people are read from and written to.
func contactFiles() []string { return []string{".vcf", ".csv"} }

// peopleFileCommands carry people in and out.
func (w *Window) peopleFileCommands() []shell.Command {
	return []shell.Command{
		{ID: "people.import", Title: "people.import", Group: "people.title", Run: func() {
			w.tryFile(w.words().T("people.import_pick"), contactFiles(), w.readPeople)
		}},
		{ID: "people.export_vcf", Title: "people.export_vcf", Reads: true, Group: "people.title", Run: func() { w.askExport("people.vcf") }},
		{ID: "people.export_csv", Title: "people.export_csv", Reads: true, Group: "people.title", Run: func() { w.askExport("people.csv") }},
	}
}

// importPeople shows what taking a contact file would do.
func (w *Window) importPeople(path string) { w.readPeople(path, w.failed) }

// readPeople reads a contact file beside the window, and shows what taking it would do; read is told first whether it
// can be.
func (w *Window) readPeople(path string, read func(error)) {
	if w.refused() {
		return
	}
	shell.Start(w.shell.Runner, "people.import", w.words().T("people.reading"), func(ctx context.Context, _ shell.Report) (*planner.ImportPlan, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, core.Wrap(core.CodeFile, err, "path", path, "reason", err.Error())
		}
		defer f.Close()
		return w.cfg.Planner.People.ReadPeople(ctx, filepath.Base(path), f)
	}, func(plan *planner.ImportPlan, err error) {
		if read(err); err != nil {
			return
		}
		people.ShowImport(people.ImportDeps{
			Words: w.words(), Dialogs: w.shell.Dialogs, Canvas: w.shell.Canvas(), Import: w.takePeople, AsNew: w.cfg.Planner.People.AsNew,
		}, filepath.Base(path), plan)
	})
}

// failed shows an error, unless it says that somebody pressed Cancel.
func (w *Window) failed(err error) {
	if err == nil || errors.Is(err, context.Canceled) || core.CodeOf(err) == core.CodeCancelled {
		return
	}
	if w.failedDrop(err) {
		return
	}
	w.shell.Fail(err)
}

// takePeople carries an import out, with its progress in the status bar, where it can be cancelled.
func (w *Window) takePeople(plan *planner.ImportPlan) {
	shell.Start(w.shell.Runner, "people.import", w.words().T("people.importing"), func(ctx context.Context, report shell.Report) (*planner.Step, error) {
		return w.cfg.Planner.Did(ctx, func(ctx context.Context) error {
			return w.cfg.Planner.People.Import(ctx, plan, func(done int) { report(done, len(plan.Steps)) })
		})
	}, func(s *planner.Step, err error) {
		if err != nil {
			w.failed(err)
			return
		}
		w.sayStep(s, planner.TitlePeopleImported)
		w.saySkipped(w.skippedPeople(plan))
		w.shell.Go(shell.Route{Screen: screenPeople})
	})
}

// askExport asks whether notes are to go along, and writes everybody into a file of the kind that the name has.
func (w *Window) askExport(name string) {
	people.ShowExport(people.ExportDeps{
		Words: w.words(), Dialogs: w.shell.Dialogs, Export: func(opt planner.ExportOptions) { w.exportPeople(name, opt) },
	})
}

func (w *Window) exportPeople(name string, opt planner.ExportOptions) {
	w.saveFile(w.words().T("people.export_title"), name, func(path string, written func(error)) {
		shell.Start(w.shell.Runner, "people.export", w.words().T("people.exporting"), func(ctx context.Context, _ shell.Report) (struct{}, error) {
			var out bytes.Buffer
			if err := w.cfg.Planner.People.Export(ctx, path, opt, &out); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, w.cfg.Planner.Files.WriteFile(path, out.Bytes())
		}, func(_ struct{}, err error) {
			if written(err); err == nil {
				w.written(path)
			}
		})
	})
}

// mergePeople asks with whom somebody is to be made one.
func (w *Window) mergePeople(p *core.Person) {
	if w.refused() {
		return
	}
	work(w, "people.merge", w.cfg.Planner.People.Candidates, func(all *planner.Candidates) {
		people.ShowMerge(people.MergeDeps{
			Words: w.words(), Dialogs: w.shell.Dialogs, All: all, Offer: w.offering(), Save: w.save, Merge: w.cfg.Planner.People.Merge, Done: w.openPerson,
		}, p)
	})
}

// peopleMenu is what can be done with everybody.
func (w *Window) peopleMenu() []kit.MenuEntry {
	return w.shell.Commands.Menu("people.import", "", "people.export_vcf", "people.export_csv", "", "deleted")
}
