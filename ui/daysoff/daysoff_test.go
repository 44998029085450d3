package daysoff_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/daysoff"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

func TestTheFormNamesWhatIsWrong(t *testing.T) {
	day := core.NewDate(2026, 12, 7)
	for name, c := range map[string]struct {
		form  daysoff.Form
		field string
	}{
		"no first day": {daysoff.Form{To: day}, "from"},
		"no last day":  {daysoff.Form{From: day}, "to"},
		"backwards":    {daysoff.Form{From: day, To: day.AddDays(-1)}, "to"},
	} {
		if _, err := c.form.Wish(); len(core.Problems(err)) != 1 || core.Problems(err)[0].Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	off, err := daysoff.Form{From: day, To: day, Fate: daysoff.AWeekLater, Block: true}.Wish()
	if err != nil || off.Period != (core.Period{From: day, To: day.AddDays(1)}) || off.MoveDays != 7 || !off.Block || off.Keep {
		t.Errorf("%+v, %v", off, err)
	}
}

// A week off calls off what is planned in it and blocks its days, in one step; guests who know of a meeting are
// listed to be told, and one undo brings everything back.
func TestAWeekOff(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	week := core.Period{From: core.NewDate(2026, 11, 30), To: core.NewDate(2026, 12, 7)}
	before, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week})
	if err != nil || len(before.Meetings) < 2 {
		t.Fatal(len(before.Meetings), err)
	}
	first := before.Meetings[0]
	if _, err := h.Planner.Invitations.Send(t.Context(), first.Meeting.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	h.Keys("Ctrl+Shift+O")
	h.Wants("Days off", first.Name)
	h.Shot("daysoff")
	h.Tap("Take these days off")
	h.Wants("Guests to tell", first.Name)
	h.Shot("daysoff-tell")
	h.Keys("Escape")
	after, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week})
	if err != nil || len(after.Busy) != len(before.Busy)+1 {
		t.Errorf("%d busy times, %v", len(after.Busy), err)
	}
	for _, m := range after.Meetings {
		if !m.Meeting.Off() {
			t.Errorf("%s on %v is still %s", m.Name, m.Start, m.Meeting.Status)
		}
	}
	h.Keys("Ctrl+Z")
	again, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week})
	if err != nil || len(again.Busy) != len(before.Busy) {
		t.Errorf("%d busy times, %v", len(again.Busy), err)
	}
	for i, m := range again.Meetings {
		if m.Meeting.Off() != before.Meetings[i].Meeting.Off() {
			t.Errorf("%s on %v is %s after undo", m.Name, m.Start, m.Meeting.Status)
		}
	}
}

// The dialog tells times on the owner's clock, also of what was planned on another.
func TestTimesAreToldOnTheOwnersClock(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	day := core.NewDate(2026, 12, 7)
	m := &core.Meeting{Start: day.AddDays(7).At(20, 0), End: day.AddDays(7).At(20, 45), Zone: "Europe/Berlin", Status: core.MeetingPlanned}
	names := map[core.ID]string{{}: "Amina"}
	telling := daysoff.Telling{Words: w, Names: names, Home: "Asia/Tokyo", Today: day}
	step := planner.TimeOffStep{Meeting: m, Others: []*core.Person{{Name: "Amina", Zone: "Europe/Berlin"}}}
	for want, change := range map[string]func(*planner.TimeOffStep){
		"Amina · Tue 15 Dec, 04:00–04:45": func(*planner.TimeOffStep) {},
		"Amina · Tue 15 Dec, 04:00–04:45 · cancelled: the series already meets on Wed 30 Dec": func(s *planner.TimeOffStep) {
			s.Own = &core.Meeting{Start: day.AddDays(22).At(20, 0), End: day.AddDays(22).At(20, 45), Zone: "Europe/Berlin"}
		},
		"Amina · Tue 15 Dec, 04:00–04:45 → Tue 22 Dec, 04:00–04:45 · Mon 20:00 in Berlin · clashes with “Review”": func(s *planner.TimeOffStep) {
			s.Start, s.End = day.AddDays(14).At(20, 0), day.AddDays(14).At(20, 45)
			s.Clashes = []planner.MeetingClash{{Title: "Review"}}
		},
	} {
		one := step
		if change(&one); daysoff.Meetings([]planner.TimeOffStep{one}, daysoff.Few, telling)[0] != want {
			t.Errorf("%q, not %q", daysoff.Meetings([]planner.TimeOffStep{one}, daysoff.Few, telling)[0], want)
		}
	}
	told := daysoff.Messages([]planner.Message{{Meeting: m, Was: day.At(20, 0), Method: core.MethodRequest}}, names, "Asia/Tokyo", day, w)
	if told[0].Text != "Amina · tomorrow 04:00 → 15 Dec 04:00" {
		t.Errorf("%q", told[0].Text)
	}
}

// Each row of those to tell is named after what it sends, and says so once that was written.
func TestARowSaysThatItsMessageIsWritten(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		week := core.Period{From: core.NewDate(2026, 11, 30), To: core.NewDate(2026, 12, 7)}
		all, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week})
		if err != nil {
			t.Fatal(err)
		}
		first := all.Meetings[0].Meeting
		if _, err := h.Planner.Invitations.Send(t.Context(), first.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
			t.Fatal(err)
		}
		h.Keys("Ctrl+Shift+O")
		h.Tap(h.Words.T("daysoff.confirm"))
		h.Wants(h.Words.T("daysoff.tell"), h.Words.T("button.send_cancel"))
		h.Lacks(h.Words.T("daysoff.told"))
		h.Tap(h.Words.T("button.send_cancel"))
		h.Wants(h.Words.T("invite.method_cancel"))
		h.Tap(h.Words.T("invite.save_eml"))
		h.Keys("Enter")
		h.Wants(h.Words.T("daysoff.tell"), h.Words.T("daysoff.told"))
		h.Lacks(h.Words.T("button.send_cancel"))
		h.Shot("daysoff-told-" + string(lang))
	}
}

// Many meetings are counted first, and named when that is asked for, by the keys too.
func TestAllMeetingsOfDaysOffCanBeSeen(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		rels, err := p.Relationships.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range 8 {
			m := core.Meeting{Relationship: rels[0].ID, Title: fmt.Sprint("Talk ", i), Start: core.NewDate(2026, 12, 1).At(8+i, 0), End: core.NewDate(2026, 12, 1).At(8+i, 30), Zone: "Europe/Berlin"}
			if _, err := p.Meetings.Plan(t.Context(), m); err != nil {
				t.Fatal(err)
			}
		}
	}})
	week := core.Period{From: core.NewDate(2026, 11, 30), To: core.NewDate(2026, 12, 7)}
	steps, err := h.Planner.Meetings.TimeOffPlan(t.Context(), planner.TimeOff{Period: week})
	if err != nil || len(steps) < 8 {
		t.Fatalf("%d, %v", len(steps), err)
	}
	h.Keys("Ctrl+Shift+O")
	all := h.Words.T("daysoff.all", "count", len(steps))
	h.Wants("Tue 1 Dec, 08:00", all)
	h.Lacks("Tue 1 Dec, 15:00")
	h.Shot("daysoff-many")
	h.Tap(all)
	h.Wants("Tue 1 Dec, 08:00", "Tue 1 Dec, 15:00")
	h.Lacks(all)
	h.Shot("daysoff-all")
}
