package wire

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/draw"
)

func quarter(rel core.ID) core.ReportRequest {
	return core.ReportRequest{
		Relationship: rel, Audience: core.AudienceHR, Language: core.English,
		Period: core.Period{From: core.NewDate(2026, 10, 1), To: core.NewDate(2027, 1, 1)},
	}
}

// What was written is kept with the hash of its file, and undo takes something else back.
func TestAWrittenReportIsKept(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	goals, err := p.Goals.Of(ctx, rel.ID)
	ok(t, err)
	released := map[core.ID]bool{}
	for _, g := range goals {
		given, err := p.Releases.Of(ctx, g.ID)
		ok(t, err)
		released[g.ID] = len(given) > 0
	}
	req := quarter(rel.ID)
	req.Without = []core.ReportPart{core.PartSkills}
	path := filepath.Join(t.TempDir(), "q4.pdf")
	drawn, of := 0, 0
	rec, err := p.Reports.Write(ctx, req, path, func(done, total int) {
		if done != drawn+1 {
			t.Errorf("page %d is drawn after %d", done, drawn)
		}
		drawn, of = done, total
	})
	ok(t, err)
	if drawn == 0 || drawn != of {
		t.Errorf("told of %d pages of %d", drawn, of)
	}
	data, err := os.ReadFile(path)
	ok(t, err)
	sum := sha256.Sum256(data)
	if rec.Hash != hex.EncodeToString(sum[:]) || rec.Size != len(data) || rec.File != "q4.pdf" || !slices.Equal(rec.About, rel.Mentees()) {
		t.Errorf("%+v", rec)
	}
	if len(rec.Items) != 2 || !released[rec.Items[0].ID] || !released[rec.Items[1].ID] {
		t.Errorf("in it: %v", rec.Items)
	}
	written, err := p.Reports.Written(ctx, core.ID{})
	ok(t, err)
	if len(written) != 1 || written[0].ID != rec.ID || written[0].Name != "Amina Yusuf" {
		t.Errorf("%+v", written)
	}
	if s, err := p.Undoable(ctx); err != nil || s != nil && s.Title == "report_written" {
		t.Errorf("undo would take it back: %v %v", s, err)
	}
	_, err = p.Reports.Write(ctx, req, filepath.Join(t.TempDir(), "no such folder", "x.pdf"), nil)
	if core.CodeOf(err) != core.CodeFile {
		t.Errorf("%v", err)
	}
	if again, err := p.Reports.Written(ctx, rel.ID); err != nil || len(again) != 1 {
		t.Errorf("a report that was not written is kept: %d, %v", len(again), err)
	}
	ok(t, p.People.Erase(ctx, rel.Mentees()[0]))
	if left, err := p.Reports.Written(ctx, core.ID{}); err != nil || len(left) != 0 {
		t.Errorf("what was written about an erased person stays: %d, %v", len(left), err)
	}
}

// Parts and items that are left out are on no page, and the pages say how many were.
func TestWhatIsLeftOutIsOnNoPage(t *testing.T) {
	p, ctx := open(t), t.Context()
	pages := Pages()
	rel := named(t, p, "Amina")
	text := func(req core.ReportRequest) string {
		t.Helper()
		facts, err := p.Reports.Facts(ctx, req)
		ok(t, err)
		doc, err := pages(facts)
		ok(t, err)
		var b strings.Builder
		for _, page := range doc.Pages {
			for _, s := range page.Steps {
				if run, ok := s.(draw.Text); ok {
					b.WriteString(run.String + "\n")
				}
			}
		}
		return b.String()
	}
	req := quarter(rel.ID)
	all := text(req)
	for _, want := range []string{"Give two external talks", "Public speaking", "Meetings and hours", "Promises"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in a whole report", want)
		}
	}
	goals, err := p.Goals.Of(ctx, rel.ID)
	ok(t, err)
	for _, g := range goals {
		if g.Title == "Give two external talks" {
			req.LeaveOut = append(req.LeaveOut, g.ID)
		}
	}
	req.Without = []core.ReportPart{core.PartMeetings, core.PartActions, core.PartSkills}
	part := text(req)
	for _, not := range []string{"Give two external talks", "Public speaking", "Meetings and hours", "Promises", "conversation"} {
		if strings.Contains(part, not) {
			t.Errorf("%q is there all the same", not)
		}
	}
	for _, want := range []string{"Reach staff engineer", "left out of this report: 1 goal", "Not released: 2 goals."} {
		if !strings.Contains(part, want) {
			t.Errorf("no %q in %s", want, part)
		}
	}
}
