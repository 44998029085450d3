package settings

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

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
		ws.Length = rapid.IntRange(5, 1440).Draw(t, "length")
		ws.Reminders = core.NewReminders(rapid.SliceOfN(rapid.IntRange(0, 10080), 0, 4).Draw(t, "reminders")...)
		ws.WeeklyHours, ws.MonthlyHours = rapid.IntRange(0, 168).Draw(t, "week"), rapid.IntRange(0, 744).Draw(t, "month")
		ws.JournalDays = rapid.IntRange(1, 3650).Draw(t, "journal")
		got := aWorkspace()
		if err := RulesOf(ws).Apply(got); err != nil || !reflect.DeepEqual(got, ws) {
			t.Fatalf("%+v, want %+v: %v", got, ws, err)
		}
	})
}

func TestRulesNameEachFieldThatHoldsNoFigure(t *testing.T) {
	ws := aWorkspace()
	err := Rules{Length: "x", Weekly: "169", Monthly: "1.5", Journal: ""}.Apply(ws)
	fields := map[string]bool{}
	for _, p := range core.Problems(err) {
		fields[p.Field] = p.Code == core.CodeBadNumber || p.Field == "monthly_hours" && p.Code == core.CodeNotWhole
	}
	for _, f := range []string{"length", "weekly_hours", "monthly_hours", "journal_days"} {
		if !fields[f] {
			t.Errorf("%s is not named: %v", f, err)
		}
	}
	if err := (Rules{Length: " 30 ", Journal: "1"}).Apply(ws); err != nil || ws.Length != 30 || ws.WeeklyHours != 0 {
		t.Errorf("%+v %v", ws, err)
	}
	if err := (Rules{Length: "1.5 h", Before: "5 min", After: "1 ч", Journal: "1"}).Apply(ws); err != nil || ws.Length != 90 || ws.BufferBefore != 5 || ws.BufferAfter != 60 {
		t.Errorf("%+v %v", ws, err)
	}
	if err := (Rules{Length: "30", Weekly: "1 h", Journal: "1"}).Apply(ws); core.CodeOf(err) != core.CodeBadNumber {
		t.Errorf("hours are figures: %v", err)
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
	nine := core.Hours{From: 9 * 60, To: 18*60 + 30}
	week := []core.Hours{nine, nine, {}, nine, nine, {From: 10 * 60, To: 24 * 60}, {}}
	lines = Profile(&core.Person{Name: "Maja", Work: week, Emails: []string{"m@x.example"}, Zone: "Europe/Berlin"}, w)
	if len(lines) != 4 || lines[3].Text != "Mon–Tue 09:00–18:30, Thu–Fri 09:00–18:30, Sat 10:00–24:00" {
		t.Errorf("%+v", lines)
	}
}

func TestWorkingHoursComeBackAsTheyWereSet(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	days := WorkDays(&core.Person{}, w)
	if len(days) != 7 || !days[0].On || days[0].Name != "Monday" || days[6].On {
		t.Fatalf("%+v", days)
	}
	days[2].On, days[5] = false, WorkDay{On: true, From: 600, To: 720}
	work, err := WorkHours(days)
	if err != nil || !work[2].IsZero() || work[5] != (core.Hours{From: 600, To: 720}) {
		t.Fatalf("%+v, %v", work, err)
	}
	again := WorkDays(&core.Person{Work: work}, w)
	if again[2].On || !again[5].On || again[5].To != 720 {
		t.Errorf("%+v", again)
	}
	days[3].To = days[3].From
	if _, err := WorkHours(days); len(core.Problems(err)) != 1 || core.Problems(err)[0].Field != "work[3]" {
		t.Errorf("%v", err)
	}
}

// Of two backups of one minute each says its second, and one that another took the place of says that.
func TestBackupsOfOneMinuteAreToldApart(t *testing.T) {
	now := time.Date(2026, 11, 23, 18, 30, 0, 0, time.FixedZone("", 3600))
	at := func(minute, second int) time.Time { return time.Date(2026, 11, 23, 17, minute, second, 0, time.UTC) }
	f := &Facts{Now: now, Backups: []Backup{{At: at(19, 9)}, {At: at(20, 5)}, {At: at(20, 41)}, {At: at(20, 50), Aside: true}}}
	for language, want := range map[core.Language][]string{
		core.English: {"today 18:20, before a backup was restored", "today 18:20:41", "today 18:20:05", "today 18:19"},
		core.Russian: {"сегодня 18:20, до восстановления копии", "сегодня 18:20:41", "сегодня 18:20:05", "сегодня 18:19"},
	} {
		w, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range Shelf(f, w) {
			got = append(got, l.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// Two backups of one day are told apart by their times.
func TestEachBackupIsListedWithItsTime(t *testing.T) {
	now := time.Date(2026, 11, 23, 18, 0, 0, 0, time.FixedZone("", 3600))
	f := &Facts{Now: now, Backups: []Backup{{Path: "a", At: now.Add(-10 * time.Hour)}, {Path: "b", At: now.Add(-time.Hour).UTC()}}}
	for _, language := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		got := Shelf(f, w)
		if len(got) != 2 || !strings.Contains(got[0].Name, "17:00") || !strings.Contains(got[1].Name, "08:00") || f.newest(0).Path != "b" {
			t.Errorf("%s: %+v", language, got)
		}
	}
}
