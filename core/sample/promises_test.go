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

// shares gives how many in a thousand meetings, actions and goals are in each state that a screen tells of.
func shares(t *testing.T, opt Options) map[string]int {
	t.Helper()
	n, of := map[string]int{}, map[core.Kind]int{}
	today := core.DateOf(noon())
	count := func(rec core.Record, state string, is bool) {
		if is {
			n[string(rec.Kind())+" "+state]++
		}
	}
	for rec, err := range Records(opt) {
		if err != nil {
			t.Fatal(err)
		}
		of[rec.Kind()]++
		switch r := rec.(type) {
		case *core.Action:
			count(r, "open", r.Open())
			count(r, "overdue", r.DaysLate(today) > 0)
			count(r, "due within a week", r.Open() && !r.Due.Before(today) && r.Due.DaysSince(today) <= 7)
			count(r, "kept late", !r.Open() && r.Closed.After(r.Due))
		case *core.Meeting:
			count(r, string(r.Status), true)
			count(r, "missed by "+string(r.MissedBy), r.MissedBy != "")
			start, err := r.StartAt()
			count(r, "to come", err == nil && start.After(noon()))
		case *core.Goal:
			count(r, string(r.Status), true)
			count(r, "overdue", r.Status == core.GoalAgreed && !r.Due.IsZero() && r.Due.Before(today))
			count(r, "due within a month", r.Status == core.GoalAgreed && !r.Due.Before(today) && r.Due.DaysSince(today) <= 31)
			count(r, "with a measure", r.Measure != nil)
			count(r, "with milestones", len(r.Milestones) > 0)
		}
	}
	for state, k := range n {
		kind, _, _ := strings.Cut(state, " ")
		n[state] = 1000 * k / of[core.Kind(kind)]
	}
	return n
}

// TestLargeIsLikeSmall holds that a large workspace is no other kind of workspace: what is open, late, missed, called
// off and to come has the share that it has in the small one of the same side. Two in a hundred may lie otherwise:
// weekends, and the hour that it is.
func TestLargeIsLikeSmall(t *testing.T) {
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		small := shares(t, Options{As: as, Now: noon()})
		if len(small) < 12 {
			t.Errorf("%s: only %d shares to compare", as, len(small))
		}
		for seed := range int64(3) {
			have := shares(t, Options{As: as, Now: noon(), Relationships: 100, Meetings: 20, Actions: 5, Seed: seed})
			for state := range have {
				if small[state] == 0 {
					t.Errorf("%s, seed %d: %s: %d ‰, and none in the small one", as, seed, state, have[state])
				}
			}
			for state, want := range small {
				if got := have[state]; got < want-20 || got > want+20 || got == 0 {
					t.Errorf("%s, seed %d: %s: %d ‰, want about %d ‰", as, seed, state, got, want)
				}
			}
		}
	}
}

// TestALargeWorkspaceHasItsOwner holds that a large workspace of a mentee is one: others are the mentors.
func TestALargeWorkspaceHasItsOwner(t *testing.T) {
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		var owner core.ID
		n := 0
		for rec := range Records(Options{As: as, Now: noon(), Relationships: 5, Meetings: 1, Actions: 1}) {
			switch r := rec.(type) {
			case *core.Workspace:
				owner = r.Owner
			case *core.Relationship:
				n++
				mine := r.Mentors()
				if as == core.RoleMentee {
					mine = r.Mentees()
				}
				if len(mine) != 1 || mine[0] != owner {
					t.Errorf("%s: %v is not the owner's side", as, mine)
				}
			}
		}
		if n != 5 {
			t.Errorf("%s: %d relationships", as, n)
		}
	}
}
