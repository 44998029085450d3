package core_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

const anID = "01900000-0000-7abc-8def-0123456789ab"

func TestParseID(t *testing.T) {
	v, err := core.ParseID(anID)
	if err != nil || v.String() != anID {
		t.Error(v, err)
	}
	if up, err := core.ParseID(strings.ToUpper(anID)); err != nil || up != v {
		t.Error(up, err)
	}
	for _, s := range []string{
		"", "x", anID[:35], anID + "0", strings.ReplaceAll(anID, "-", ""), "{" + anID + "}", "urn:uuid:" + anID, " " + anID[1:],
		"0190000000000-7abc-8def-0123456789ab", "g" + anID[1:], strings.ReplaceAll(anID, "-", "_"), strings.Repeat("\x1b", 36),
	} {
		got, err := core.ParseID(s)
		if told(err) != "bad_id id" || !got.IsZero() {
			t.Errorf("%q is %v, %v", s, got, err)
			continue
		}
		if v := core.Problems(err)[0].Args["value"].(string); strings.ContainsFunc(v, unprintable) || len([]rune(v)) > 60 {
			t.Errorf("%q is no value to show", v)
		}
	}
}

func TestIDText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var v core.ID
		copy(v[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "bytes"))
		back, err := core.ParseID(v.String())
		if v.IsZero() != (v.String() == "") || !v.IsZero() && (err != nil || back != v) {
			t.Fatalf("%v is read as %v, %v", v, back, err)
		}
		text, err := json.Marshal(map[core.ID]core.ID{v: v})
		var again map[core.ID]core.ID
		if err != nil || json.Unmarshal(text, &again) != nil || again[v] != v {
			t.Fatalf("%s: %v", text, err)
		}
	})
	v := id(1)
	if err := v.UnmarshalText(nil); err != nil || !v.IsZero() {
		t.Error("no id is written as nothing")
	}
	if err := v.UnmarshalText([]byte("x")); core.CodeOf(err) != core.CodeBadID {
		t.Error(err)
	}
}

func TestMatchID(t *testing.T) {
	v, err := core.ParseID(anID)
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]bool{
		anID: true, strings.ToUpper(anID): true, strings.ReplaceAll(anID, "-", ""): true, "9ab": true, " 9AB\n": true, "0123456789ab": true,
		"7abc-8def": true, "7abc8def": true, "-8d": true, "8de": true, "ab": true, "A": true, "": false, "   ": false, "---": false, "-7-": false, "-": false, "9abc": false, "0-0": true,
		"xyz": false, anID + "0": false, "\x00\x00\x00": false,
	} {
		if core.MatchID(v, part) != want {
			t.Errorf("%q: %v", part, !want)
		}
	}
	if core.MatchID(core.ID{}, "000") {
		t.Error("nothing has an id")
	}
	rapid.Check(t, func(t *rapid.T) {
		v := id(rapid.IntRange(1, 1<<40).Draw(t, "n"))
		s := v.String()
		if rapid.Bool().Draw(t, "plain") {
			s = strings.ReplaceAll(s, "-", "")
		}
		from := rapid.IntRange(0, len(s)-1).Draw(t, "from")
		part := s[from:rapid.IntRange(from+1, len(s)).Draw(t, "to")]
		if core.MatchID(v, part) != (part != "-") {
			t.Fatalf("%q of %s", part, v)
		}
	})
}

func TestKinds(t *testing.T) {
	seen := map[core.Kind]bool{}
	for _, k := range core.Kinds() {
		if seen[k] || !k.Valid() {
			t.Errorf("%s stands twice or is none", k)
		}
		seen[k] = true
	}
	for _, k := range []core.Kind{"", "x", "Person", "agenda_item", "participant"} {
		if k.Valid() {
			t.Errorf("%q is a kind", k)
		}
	}
	if len(seen) != 19 {
		t.Errorf("%d kinds", len(seen))
	}
	// What is pointed at can be read before what points at it.
	order := core.Kinds()
	for _, c := range [][2]core.Kind{
		{core.KindPerson, core.KindRelationship},
		{core.KindRelationship, core.KindMeeting},
		{core.KindSeries, core.KindMeeting},
		{core.KindMeeting, core.KindDispatch},
		{core.KindSkill, core.KindAssessment},
		{core.KindGoal, core.KindAction},
		{core.KindMeeting, core.KindAction},
		{core.KindMeeting, core.KindNote},
		{core.KindGoal, core.KindNote},
		{core.KindChecklist, core.KindRun},
		{core.KindGoal, core.KindRelease},
		{core.KindSkill, core.KindRelease},
		{core.KindRelationship, core.KindAgreement},
		{core.KindMeeting, core.KindQuestion},
		{core.KindPerson, core.KindBusy},
		{core.KindMeeting, core.KindReply},
		{core.KindSkill, core.KindReport},
	} {
		if slices.Index(order, c[0]) > slices.Index(order, c[1]) {
			t.Errorf("%s comes after %s", c[0], c[1])
		}
	}
}

func TestRef(t *testing.T) {
	r := core.Ref{Kind: core.KindGoal, ID: id(1)}
	if r.IsZero() || r.String() != "goal/"+id(1).String() || !(core.Ref{Kind: core.KindGoal}).IsZero() {
		t.Error(r)
	}
}
