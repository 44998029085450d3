package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"reflect"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/reports"
	"mentorbook/ui/shell"
)

func (w *Window) reportsScreen() screen {
	kept := &reports.Choices{}
	return screen{
		name: screenReports, nav: "reports.head",
		page: func(r shell.Route) shell.Page {
			return reports.New(r.ID, r.Tab, w.drawnFonts(), w.reportsDeps(kept))
		},
		commands: []shell.Command{
			{ID: "reports", Title: "reports.head", Reads: true, Keys: "Ctrl+6", Run: func() { w.openReport(w.here()) }},
			{ID: "report.new", Title: "reports.new", Reads: true, Run: func() { w.openReport(w.here()) }},
			{ID: "report.verify", Title: "reports.verify", Reads: true, Run: w.verifyReport},
		},
	}
}

// openReport opens the screen for a relationship.
func (w *Window) openReport(rel core.ID) { w.shell.Go(shell.Route{Screen: screenReports, ID: rel}) }

func (w *Window) reportsDeps(kept *reports.Choices) reports.Deps {
	return reports.Deps{
		Words: w.words, Kept: kept, Presenting: w.presenting,
		Places: func(done func(*planner.Places)) { work(w, "reports.places", veiled(w, w.cfg.Planner.Places), done) },
		Busiest: func(of core.Period, done func(core.ID)) {
			work(w, "reports.busiest", func(ctx context.Context) (core.ID, error) { return w.cfg.Planner.Reports.MostToReport(ctx, of) }, done)
		},
		Facts: w.previewReport,
		Log: func(done func([]planner.LogEntry)) {
			work(w, "reports.list", veiled(w, w.cfg.Planner.Releases.Log), done)
		},
		Written: func(done func([]planner.WrittenReport)) {
			work(w, "reports.list", veiled(w, func(ctx context.Context) ([]planner.WrittenReport, error) {
				return w.cfg.Planner.Reports.Written(ctx, core.ID{})
			}), done)
		},
		OpenWritten: w.openWritten, WrittenMenu: w.reportMenu,
		Export: w.exportReport, Verify: w.verifyReport,
		Release: func(ref core.Ref, audience core.Audience) { w.releaseFor(ref, audience) },
		Begin:   func() { w.newRelationship(core.ID{}) },
		Moved: func(rel core.ID, tab string) {
			w.shell.Router.Rename(shell.Route{Screen: screenReports, ID: rel, Tab: tab})
			w.shell.RefreshHeader()
		},
		Header: w.shell.RefreshHeader,
	}
}

// previewReport lays a report out as it would be written.
func (w *Window) previewReport(req core.ReportRequest, done func(reports.Preview), failed func(error)) {
	read := func(ctx context.Context) (reports.Preview, error) { return w.layReport(ctx, req) }
	look, presenting := veiled(w, read), w.presenting()
	shell.Start(w.shell.Runner, "reports.preview", w.words().T("reports.laying_out"), func(ctx context.Context, _ shell.Report) (reports.Preview, error) {
		out, err := look(ctx)
		if err != nil || !presenting {
			return out, err
		}
		written, err := read(ctx)
		out.Masked = !reflect.DeepEqual(out.Pages, written.Pages)
		return out, err
	}, func(v reports.Preview, err error) {
		if err != nil {
			failed(err)
			return
		}
		done(v)
	})
}

func (w *Window) layReport(ctx context.Context, req core.ReportRequest) (out reports.Preview, err error) {
	if out.Facts, err = w.cfg.Planner.Reports.Facts(ctx, req); err != nil {
		return out, err
	}
	doc, err := w.cfg.Pages(out.Facts)
	if err != nil {
		return out, err
	}
	out.Pages = doc.Pages
	if out.Unset, err = w.cfg.Planner.Reports.Unset(out.Facts); err != nil {
		return out, err
	}
	out.Named, err = w.cfg.Planner.Reports.Mentions(ctx, req)
	return out, err
}

// exportReport asks where to write a report, and writes it.
func (w *Window) exportReport(req core.ReportRequest, title string) {
	if w.refused() {
		return
	}
	w.saveFile(w.words().T("reports.export_title"), files.Name(title, ".pdf"), func(path string, written func(error)) {
		shell.Start(w.shell.Runner, "report", w.words().T("reports.writing"), func(ctx context.Context, report shell.Report) (*core.Report, error) {
			return w.cfg.Planner.Reports.Write(ctx, req, path, report)
		}, func(_ *core.Report, err error) {
			if written(err); err == nil {
				w.written(path)
			}
		})
	})
}

// verifyReport asks for a file and says whether it is one that was written here, unchanged.
func (w *Window) verifyReport() {
	w.openFile(w.words().T("reports.verify_title"), []string{".pdf"}, func(path string) {
		work(w, "verify", func(ctx context.Context) (*planner.WrittenReport, error) {
			sum, err := hashOf(path)
			if err != nil {
				return nil, err
			}
			return w.cfg.Planner.Reports.Find(ctx, sum)
		}, func(r *planner.WrittenReport) {
			if r == nil {
				w.shell.Toast(w.words().T("reports.unknown_file"))
				return
			}
			line := reports.Written([]planner.WrittenReport{*r}, "", w.words())[0]
			w.shell.Toast(w.words().T("reports.known_file", "report", line.Title, "date", w.words().Date(core.DateOf(r.At))))
		})
	})
}

// hashOf gives the SHA-256 of a file, in hexadecimal letters.
func hashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", core.Wrap(core.CodeFile, err, "path", path)
	}
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return hex.EncodeToString(sum.Sum(nil)), core.Wrap(core.CodeFile, err, "path", path)
}
