package settings

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func aWorkspace() *core.Workspace {
	return core.NewWorkspace(core.ID{1}, core.ID{2}, core.RoleMentor, core.English)
}

func TestRulesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ws := aWorkspace()
		ws.Length, ws.Reminder = rapid.IntRange(5, 1440).Draw(t, "length"), rapid.IntRange(0, 10080).Draw(t, "reminder")
		ws.WeeklyHours, ws.MonthlyHours = rapid.IntRange(0, 168).Draw(t, "week"), rapid.IntRange(0, 744).Draw(t, "month")
		ws.JournalDays = rapid.IntRange(1, 3650).Draw(t, "journal")
		got := aWorkspace()
		if err := RulesOf(ws).Apply(got); err != nil || *got != *ws {
			t.Fatalf("%+v, want %+v: %v", got, ws, err)
		}
	})
}

func TestRulesNameEachFieldThatHoldsNoFigure(t *testing.T) {
	ws := aWorkspace()
	err := Rules{Length: "x", Reminder: "-1", Weekly: "169", Monthly: "1.5", Journal: ""}.Apply(ws)
	fields := map[string]bool{}
	for _, p := range core.Problems(err) {
		fields[p.Field] = p.Code == core.CodeBadNumber
	}
	for _, f := range []string{"length", "reminder", "weekly_hours", "monthly_hours", "journal_days"} {
		if !fields[f] {
			t.Errorf("%s is not named: %v", f, err)
		}
	}
	if err := (Rules{Length: " 30 ", Reminder: "0", Journal: "1"}).Apply(ws); err != nil || ws.Length != 30 || ws.WeeklyHours != 0 {
		t.Errorf("%+v %v", ws, err)
	}
}

func TestTheNearestSizeIsShown(t *testing.T) {
	for scale, want := range map[float32]int{0: 1, 1: 1, 0.75: 0, 1.3: 2, 2: 4, 9: 4} {
		if got := scaleOf(scale); got != want {
			t.Errorf("%v: %d", scale, got)
		}
	}
}

func TestProfileSaysWhatIsMissing(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	lines := Profile(&core.Person{Name: "Maja"}, w)
	if len(lines) != 3 || lines[1].Text != w.T("settings.no_email") || lines[2].Text != w.T("settings.no_working") {
		t.Errorf("%+v", lines)
	}
	lines = Profile(&core.Person{Name: "Maja", Quiet: core.Hours{From: 18*60 + 30, To: 9 * 60}, Emails: []string{"m@x.example"}, Zone: "Europe/Berlin"}, w)
	if len(lines) != 4 || lines[3].Text != "09:00–18:30" {
		t.Errorf("%+v", lines)
	}
}
