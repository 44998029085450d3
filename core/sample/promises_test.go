package sample

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"mentorbook/core"
)

// tally counts what a sample holds, by words of what is looked for.
func tally(t *testing.T, as core.Role) map[string]int {
	t.Helper()
	n := map[string]int{}
	owner := core.ID{}
	skills := map[core.ID]core.ID{}
	for rec, err := range Records(Options{As: as, Now: noon()}) {
		if err != nil {
			t.Fatal(err)
		}
		if ws, ok := rec.(*core.Workspace); ok {
			owner = ws.Owner
		}
		script(t, n, rec)
		switch r := rec.(type) {
		case *core.Relationship:
			n["relationship "+string(r.Format)]++
			n["relationship "+string(r.Status)]++
			if r.Format == core.FormatGroup {
				n["in the circle"] += len(r.Mentees())
			}
			if r.Format == core.FormatCollective {
				n["mentors together"] += len(r.Mentors())
			}
		case *core.Meeting:
			n["meeting"]++
			n["agenda items"] += len(r.Agenda)
			if days := core.DateOf(noon()).DaysSince(r.Start.Date); days > 300 {
				n["meeting of a year ago"]++
			}
		case *core.Note:
			if r.Readers.Private() {
				n["private note"]++
			} else {
				n["shared note"]++
			}
		case *core.Goal:
			n["goal"]++
			if len(r.Milestones) > 0 {
				n["goal with milestones"]++
			}
			if r.Person == owner {
				n["goal of the owner's"]++
			}
		case *core.Skill:
			skills[r.ID] = r.Person
		case *core.Assessment:
			if r.Said.By == skills[r.Skill] {
				n["said by oneself"]++
			} else {
				n["said by the other side"]++
			}
		case *core.Question:
			if r.Waiting() {
				n["question"]++
			}
		default:
			n[string(rec.Kind())]++
		}
	}
	return n
}

// script notes the language of what a record says.
func script(t *testing.T, n map[string]int, rec core.Record) {
	t.Helper()
	raw, err := json.Marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(string(raw), func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		n["in Russian"]++
	} else {
		n["in English"]++
	}
}

// TestSamplesKeepTheirPromises counts what screens, tests and pictures need of each sample.
func TestSamplesKeepTheirPromises(t *testing.T) {
	for as, least := range map[core.Role]map[string]int{
		core.RoleMentor: {
			"relationship reverse": 1, "relationship group": 1, "in the circle": 5, "relationship collective": 1, "mentors together": 3,
			"meeting": 60, "meeting of a year ago": 1, "agenda items": 20, "shared note": 5, "private note": 5, "goal": 15,
			"goal with milestones": 5, "said by oneself": 10, "said by the other side": 10, "checklist": 1, "checklist_run": 2, "release": 5,
			"in Russian": 30, "in English": 30,
		},
		core.RoleMentee: {
			"relationship active": 2, "relationship proposed": 1, "goal of the owner's": 4, "question": 3, "checklist_run": 1,
			"release": 1, "said by oneself": 3, "in Russian": 10, "in English": 20,
		},
	} {
		have := tally(t, as)
		for what, n := range least {
			if have[what] < n {
				t.Errorf("%s: %d × %s, want %d", as, have[what], what, n)
			}
		}
	}
	if have := tally(t, core.RoleMentor); have["in the circle"] != 5 || have["mentors together"] != 3 {
		t.Errorf("a circle of %d, %d mentors together", have["in the circle"], have["mentors together"])
	}
}

// shares gives, of the actions, how many per cent are open and how many are late, and of the meetings, how many are
// to come.
func shares(t *testing.T, opt Options) (open, late, coming int) {
	t.Helper()
	var actions, opened, overdue, meetings, ahead int
	today := core.DateOf(noon())
	for rec, err := range Records(opt) {
		if err != nil {
			t.Fatal(err)
		}
		switch r := rec.(type) {
		case *core.Action:
			actions++
			if r.Open() {
				opened++
			}
			if r.DaysLate(today) > 0 {
				overdue++
			}
		case *core.Meeting:
			meetings++
			if r.Planned() {
				ahead++
			}
		}
	}
	return 100 * opened / actions, 100 * overdue / actions, 100 * ahead / meetings
}

// TestLargeIsLikeSmall holds that a large workspace is no other kind of workspace: what is open, late and to come has
// about the share that it has in the small one.
func TestLargeIsLikeSmall(t *testing.T) {
	open, late, coming := shares(t, Options{As: core.RoleMentor, Now: noon()})
	for seed := range int64(3) {
		o, l, c := shares(t, Options{As: core.RoleMentor, Now: noon(), Relationships: 100, Meetings: 20, Actions: 5, Seed: seed})
		if abs(o-open) > 5 || abs(l-late) > 3 || abs(c-coming) > 5 {
			t.Errorf("seed %d: open %d%%, late %d%%, to come %d%%; small: %d%%, %d%%, %d%%", seed, o, l, c, open, late, coming)
		}
	}
}

func abs(n int) int { return max(n, -n) }
