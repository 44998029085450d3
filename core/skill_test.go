package core_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestSkillValidate(t *testing.T) {
	refuses(t, aSkill, nil,
		names("person", func(s *core.Skill) *core.ID { return &s.Person }),
		texts("name", core.MaxName, true, false, func(s *core.Skill) *string { return &s.Name }),
		texts("scale.3", core.MaxLine, true, false, func(s *core.Skill) *string { return &s.Scale[2] }),
		figures("target", 0, 3, func(s *core.Skill) *int { return &s.Target }),
		links("relationships", true, func(s *core.Skill) *[]core.ID { return &s.Relationships }),
		links("visibility.readers", true, func(s *core.Skill) *[]core.ID { return &s.Readers.Readers }),
		[]row[core.Skill]{
			{"one level", func(s *core.Skill) { s.Scale, s.Target = []string{"a"}, 1 }, "bad_number scale", ""},
			{"two levels", func(s *core.Skill) { s.Scale, s.Target = []string{"a", "b"}, 2 }, "", ""},
			{"ten levels", func(s *core.Skill) { s.Scale = slices.Repeat([]string{"a"}, 10) }, "", ""},
			{"eleven levels", func(s *core.Skill) { s.Scale = slices.Repeat([]string{"a"}, 11) }, "bad_number scale", ""},
			{"nothing", func(s *core.Skill) { *s = core.Skill{} }, "required person; required name; bad_number scale", ""},
		},
	)
}

func TestAssessmentValidate(t *testing.T) {
	refuses(t, anAssessment, nil,
		names("skill", func(a *core.Assessment) *core.ID { return &a.Skill }),
		figures("level", 1, 10, func(a *core.Assessment) *int { return &a.Level }),
		dates("on", true, func(a *core.Assessment) *core.Date { return &a.On }),
		texts("evidence", core.MaxText, false, true, func(a *core.Assessment) *string { return &a.Evidence }),
		words("said", func(a *core.Assessment) *core.Said { return &a.Said }),
		links("visibility.readers", true, func(a *core.Assessment) *[]core.ID { return &a.Readers.Readers }),
		[]row[core.Assessment]{
			{"nothing", func(a *core.Assessment) { *a = core.Assessment{} }, "required skill; bad_number level; bad_date on; " +
				"required said.by; required said.typed; required said.at; bad_choice said.how", ""},
		},
	)
}

func TestFits(t *testing.T) {
	for level, want := range map[int]string{-1: "bad_number level", 0: "bad_number level", 1: "", 3: "", 4: "bad_number level"} {
		err := (&core.Assessment{Level: level}).Fits(aSkill())
		if told(err) != want {
			t.Errorf("level %d of 3: %v", level, err)
		}
		if want != "" && core.Problems(err)[0].Args["max"] != 3 {
			t.Errorf("%v does not say how many levels there are", err)
		}
	}
}

func TestSelf(t *testing.T) {
	for _, c := range []struct {
		name string
		said core.Said
		want bool
	}{
		{"their own hand", said(amina), true},
		{"the other side", said(owner), false},
		{"typed for them", core.Said{By: amina, Typed: owner, How: core.HowTyped}, false},
		{"brought by an import of somebody else's", core.Said{By: amina, Typed: owner, How: core.HowImport}, false},
		{"their answer file", core.Said{By: amina, Typed: owner, How: core.HowAnswer}, true},
		{"the other side's answer file", core.Said{By: owner, Typed: amina, How: core.HowAnswer}, false},
		{"nobody", core.Said{}, false},
	} {
		if (&core.Assessment{Said: c.said}).Self(aSkill()) != c.want {
			t.Error(c.name)
		}
	}
	if (&core.Assessment{}).Self(&core.Skill{}) {
		t.Error("nobody's word counts as nobody's own")
	}
}

func TestStandingOf(t *testing.T) {
	at := func(level int, on string, hour int, by core.ID) *core.Assessment {
		a := anAssessment()
		a.Level, a.On, a.Said = level, day(on), said(by)
		a.Said.At = noon.Add(time.Duration(hour) * time.Hour)
		return a
	}
	list := []*core.Assessment{
		at(3, "2026-03-01", 2, amina), at(2, "2026-03-01", 1, amina), at(1, "2026-01-01", 9, amina),
		at(5, "2025-01-01", 0, owner), at(6, "2026-05-01", 0, owner),
	}
	got, ok := core.StandingOf(list, func(a *core.Assessment) bool { return a.Self(aSkill()) })
	if want := (core.Standing{Baseline: 1, Now: 3, BaselineOn: day("2026-01-01"), NowOn: day("2026-03-01")}); !ok || got != want {
		t.Errorf("by themselves: %+v", got)
	}
	got, ok = core.StandingOf(list, nil)
	if want := (core.Standing{Baseline: 5, Now: 6, BaselineOn: day("2025-01-01"), NowOn: day("2026-05-01")}); !ok || got != want {
		t.Errorf("by all: %+v", got)
	}
	if got, ok := core.StandingOf(list, func(*core.Assessment) bool { return false }); ok || got != (core.Standing{}) {
		t.Errorf("by nobody: %+v", got)
	}
	// Of two in one moment, the later in the list is the last, and the earlier the first.
	same := []*core.Assessment{at(1, "2026-03-01", 1, amina), at(2, "2026-03-01", 1, amina)}
	if got, _ := core.StandingOf(same, nil); got.Baseline != 1 || got.Now != 2 {
		t.Errorf("in one moment: %+v", got)
	}
}

// The order of a list says nothing, as long as no two were made in one moment.
func TestStandingIsOfTheDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		list := make([]*core.Assessment, n)
		for i := range list {
			list[i] = anAssessment()
			list[i].Level = i + 1
			list[i].On = day("2026-01-01").AddDays(i / 2)
			list[i].Said.At = noon.Add(time.Duration(i) * time.Hour)
		}
		shuffled := rapid.Permutation(list).Draw(t, "list")
		got, ok := core.StandingOf(shuffled, nil)
		if !ok || got.Baseline != 1 || got.Now != n || got.NowOn != list[n-1].On || got.BaselineOn != list[0].On {
			t.Fatalf("%+v", got)
		}
	})
}
