package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jung-kurt/gofpdf"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/report"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// yearReport measures a year's report for HR from the workspace to the bytes of a PDF. The yardstick sets the same
// texts at the same places by the bare library, with the same fonts, and draws nothing else.
func yearReport(ctx context.Context, l *lab) (pairs []pair, err error) {
	path, err := l.workspace(ctx, smallSample())
	if err != nil {
		return nil, err
	}
	p, shut, err := l.planner(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, shut()) }()
	req, err := fullestYear(ctx, p)
	if err != nil {
		return nil, err
	}
	words, err := locale.New(core.English)
	if err != nil {
		return nil, err
	}
	facts, err := p.Reports.Facts(ctx, req)
	if err != nil {
		return nil, err
	}
	doc := report.Pages(report.Compose(facts), facts, words)
	for range l.rounds(30) {
		var one pair
		one.ours, err = took(func() error {
			facts, err := p.Reports.Facts(ctx, req)
			if err != nil {
				return err
			}
			return p.Reporter.Write(ctx, facts, &bytes.Buffer{}, nil)
		})
		if err != nil {
			return nil, err
		}
		if one.bare, err = took(func() error { return bareText(doc) }); err != nil {
			return nil, err
		}
		pairs = append(pairs, one)
	}
	return pairs, nil
}

// fullestYear asks for the last year of the relationship that has most in it.
func fullestYear(ctx context.Context, p *planner.Planner) (core.ReportRequest, error) {
	today, err := p.TodayDate(ctx)
	if err != nil {
		return core.ReportRequest{}, err
	}
	all, err := p.Relationships.All(ctx)
	if err != nil {
		return core.ReportRequest{}, err
	}
	var best core.ReportRequest
	most := 0
	for _, rel := range all {
		req := core.ReportRequest{
			Relationship: rel.ID, Audience: core.AudienceHR, Language: core.English,
			Period: core.Period{From: today.AddMonths(-12), To: today.AddDays(1)},
		}
		f, err := p.Reports.Facts(ctx, req)
		if err != nil {
			return best, err
		}
		if n := len(f.Meetings) + len(f.Actions) + len(f.Goals) + len(f.Skills) + len(f.Releases); n > most {
			best, most = req, n
		}
	}
	if most == 0 {
		return best, errors.New("the sample has nothing to report")
	}
	return best, nil
}

// bareText writes the texts of a document.
func bareText(doc *draw.Document) error {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: doc.Pages[0].Width, Ht: doc.Pages[0].Height}})
	pdf.SetAutoPageBreak(false, 0)
	loaded := map[draw.Face]string{}
	for _, page := range doc.Pages {
		pdf.AddPage()
		for _, step := range page.Steps {
			t, ok := step.(draw.Text)
			if !ok {
				continue
			}
			if loaded[t.Face] == "" {
				loaded[t.Face] = fmt.Sprintf("face%d", t.Face)
				pdf.AddUTF8FontFromBytes(loaded[t.Face], "", bytes.Clone(t.Face.Font()))
			}
			pdf.SetFont(loaded[t.Face], "", t.Size)
			pdf.Text(t.X, t.Y, t.String)
		}
	}
	if len(loaded) == 0 {
		return errors.New("the document has no text")
	}
	return pdf.Output(&bytes.Buffer{})
}

// invitations writes e-mails that ask to meetings and notes each as sent, as somebody does who plans a year. The
// yardstick puts and syncs the same number of files and values of the same size.
func invitations(ctx context.Context, l *lab) (pairs []pair, err error) {
	opt := sample.Options{As: core.RoleMentor, Now: now(), Language: core.English, Relationships: 100, Meetings: 160, Actions: 1, Seed: 2}
	want := 1000
	if l.quick {
		opt.Relationships, want = 2, 5
	}
	path, drop, err := l.copyOf(ctx, opt)
	if err != nil {
		return nil, err
	}
	defer drop()
	bare, err := openBare(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, bare.Close()) }()
	p, shut, err := l.planner(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, shut()) }()
	meetings, err := planned(ctx, p, want)
	if err != nil {
		return nil, err
	}
	var one pair
	folder := filepath.Dir(path)
	if one.ours, err = took(func() error {
		for i, id := range meetings {
			if _, err := p.Invitations.Send(ctx, id, core.MethodRequest, filepath.Join(folder, fmt.Sprintf("%d.eml", i))); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	example, err := os.ReadFile(filepath.Join(folder, "0.eml"))
	if err != nil {
		return nil, err
	}
	one.bare, err = took(func() error {
		for i := range meetings {
			err := storage.Files{}.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.bare", i)), example)
			if err = errors.Join(err, bare.put(i, 1500)); err != nil {
				return err
			}
		}
		return nil
	})
	return []pair{one}, err
}

// planned finds so many meetings that are still to come.
func planned(ctx context.Context, p *planner.Planner, want int) ([]core.ID, error) {
	var ids []core.ID
	err := p.Store.View(ctx, func(r planner.Reader) error {
		for rec, err := range r.Scan(planner.Query{Index: planner.MeetingsByStart, From: now()}) {
			if err != nil {
				return err
			}
			if m := rec.(*core.Meeting); m.Status == core.MeetingPlanned && len(ids) < want {
				ids = append(ids, m.ID)
			}
		}
		return nil
	})
	if err == nil && len(ids) < want {
		err = fmt.Errorf("the sample has %d meetings to come, not %d", len(ids), want)
	}
	return ids, err
}
