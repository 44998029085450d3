package core_test

import (
	"testing"

	"mentorbook/core"
)

// among looks records up in a list.
func among(list ...core.Record) core.Lookup {
	return func(ref core.Ref) (core.Record, error) {
		for _, rec := range list {
			if core.RefOf(rec) == ref {
				return rec, nil
			}
		}
		return nil, core.Fail(core.CodeNotFound, "kind", string(ref.Kind), "id", ref.ID.String())
	}
}

func TestAccord(t *testing.T) {
	in := relationship(core.FormatIndividual, 1, owner, amina)
	left := relationship(core.FormatGroup, 1, owner, amina, boris)
	left.ID, left.Participants[2].Until, left.Status, left.Ended = id(201), day("2026-02-01"), core.StatusEnded, day("2026-03-01")
	goal, skill, meeting := aGoal(), aSkill(), aMeeting()
	series := aSeries()
	series.Relationship = in.ID
	look := among(in, left, goal, skill, meeting, series)
	said := func(by core.ID) core.Said { return core.Said{By: by, Typed: owner, How: core.HowTyped, At: noon} }
	for _, c := range []struct {
		name string
		rec  core.Record
		want string
	}{
		{"an action", &core.Action{Owner: amina, Relationships: []core.ID{in.ID}}, ""},
		{"an action from a meeting", &core.Action{Owner: amina, Relationships: []core.ID{left.ID, meeting.Relationship}, Meeting: meeting.ID}, ""},
		{"an action from a meeting of others", &core.Action{Owner: boris, Relationships: []core.ID{left.ID}, Meeting: meeting.ID}, "elsewhere meeting"},
		{"an action from a meeting elsewhere", &core.Action{Owner: amina, Relationships: []core.ID{left.ID}, Meeting: meeting.ID}, ""},
		{"an action from a meeting, and within nothing", &core.Action{Owner: amina, Meeting: meeting.ID}, ""},
		{"an action without a link", &core.Action{Owner: boris}, ""},
		{"an action of one who left", &core.Action{Owner: boris, Relationships: []core.ID{left.ID}}, ""},
		{"an action of another", &core.Action{Owner: boris, Relationships: []core.ID{left.ID, in.ID}}, "not_party owner"},
		{"an action whose relationship is unknown", &core.Action{Owner: boris, Relationships: []core.ID{id(299)}}, ""},
		{"a goal of another", &core.Goal{Person: boris, Relationships: []core.ID{in.ID}}, "not_party person"},
		{"a skill of another", &core.Skill{Person: boris, Relationships: []core.ID{in.ID}}, "not_party person"},
		{"a checklist of another", &core.Run{Person: boris, Relationships: []core.ID{in.ID}}, "not_party person"},
		{"a question", &core.Question{Asker: amina, Relationship: in.ID, Meeting: meeting.ID}, ""},
		{"a question of another", &core.Question{Asker: boris, Relationship: in.ID}, "not_party asker"},
		{"a question to nobody", &core.Question{Asker: boris}, ""},
		{"a question put elsewhere", &core.Question{Asker: amina, Relationship: left.ID, Meeting: meeting.ID}, "elsewhere meeting"},
		{"a meeting", meeting, ""},
		{"a meeting with others", &core.Meeting{
			Relationship: in.ID, Attendance: []core.Attendance{{Person: owner}, {Person: boris}}, Agenda: []core.AgendaItem{{Owner: boris}, {}},
		}, "not_party attendance.2.person; not_party agenda.1.owner"},
		{"a meeting of another's series", &core.Meeting{Relationship: left.ID, Series: series.ID}, "elsewhere series"},
		{"a signature", &core.Agreement{Relationship: in.ID, Signed: []core.Said{said(owner), said(boris)}}, "not_party signed.2.by"},
		{"a level", &core.Assessment{Skill: skill.ID, Level: 1}, ""},
		{"a level beyond the scale", &core.Assessment{Skill: skill.ID, Level: len(skill.Scale) + 1}, "bad_number level"},
		{"a release", &core.Release{Item: core.RefOf(goal), Person: goal.Person}, ""},
		{"a release of another's goal", &core.Release{Item: core.RefOf(goal), Person: boris}, "not_yours person"},
		{"a release of another's skill", &core.Release{Item: core.RefOf(skill), Person: boris}, "not_yours person"},
	} {
		if got := told(core.Accord(c.rec, look)); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
	broken := func(core.Ref) (core.Record, error) { return nil, core.Fail(core.CodeDamaged) }
	if err := core.Accord(meeting, broken); core.CodeOf(err) != core.CodeDamaged {
		t.Errorf("what can't be read is passed over: %v", err)
	}
}

func TestMissing(t *testing.T) {
	a := &core.Action{Owner: amina, Goal: id(1100), Relationships: []core.ID{id(200)}}
	if got := told(core.Missing(a, among(aGoal(), &core.Person{Head: core.Head{ID: amina}}))); got != "not_found relationships" {
		t.Error(got)
	}
	if got := told(core.Missing(a, among(aGoal(), aRelationship(), &core.Person{Head: core.Head{ID: amina}}))); got != "" {
		t.Error(got)
	}
}
