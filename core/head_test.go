package core_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestNew(t *testing.T) {
	types := map[reflect.Type]bool{}
	for _, k := range core.Kinds() {
		rec, ok := core.New(k)
		if !ok || rec.Kind() != k || !rec.Base().ID.IsZero() {
			t.Fatalf("%s: %v, %v", k, rec, ok)
		}
		if types[reflect.TypeOf(rec)] {
			t.Errorf("%s has the type of another kind", k)
		}
		types[reflect.TypeOf(rec)] = true
		if rec.Validate() == nil {
			t.Errorf("an empty %s is sound", k)
		}
		rec.Base().ID = id(7)
		if core.RefOf(rec) != (core.Ref{Kind: k, ID: id(7)}) {
			t.Errorf("%v", core.RefOf(rec))
		}
		if again, _ := core.New(k); !again.Base().ID.IsZero() {
			t.Errorf("two of %s are one", k)
		}
	}
	if rec, ok := core.New("x"); ok || rec != nil {
		t.Error("a record of no kind")
	}
}

func TestSpecimensRoundTrip(t *testing.T) {
	for k, rec := range specimens() {
		rec.Base().Rev, rec.Base().Parent = core.Revision{Device: "0a1b2c3d", Counter: 7}, core.Revision{Device: "ffffffff", Counter: 1}
		rec.Base().Created, rec.Base().Updated = noon, noon.Add(time.Millisecond)
		roundTrip(t, k, rec)
	}
	roundTrip(t, core.KindGoal, aMeasuredGoal())
}

// roundTrip holds that a record comes back whole from its text, and has one text.
func roundTrip(t rapid.TB, k core.Kind, rec core.Record) {
	t.Helper()
	text, err := json.Marshal(rec)
	if err != nil {
		t.Fatalf("%s: %v", k, err)
	}
	back, _ := core.New(k)
	if err := json.Unmarshal(text, back); err != nil {
		t.Fatalf("%s: %v in %s", k, err, text)
	}
	if d := cmp.Diff(rec, back); d != "" {
		t.Fatalf("%s comes back as another: %s", k, d)
	}
	if again, err := json.Marshal(back); err != nil || string(again) != string(text) {
		t.Fatalf("%s has two texts: %s and %s", k, text, again)
	}
}

// fill sets about share of the fields of a value, and those inside them, to something of their type.
func fill(v reflect.Value, r *rand.Rand, share float64) {
	switch v.Interface().(type) {
	case core.Date:
		v.Set(reflect.ValueOf(day("2026-01-01").AddDays(r.IntN(10_000))))
		return
	case core.Civil:
		v.Set(reflect.ValueOf(civil("2026-01-01T00:00").AddMinutes(r.IntN(10_000_000))))
		return
	case time.Time:
		v.Set(reflect.ValueOf(noon.Add(time.Duration(r.IntN(1e15))).UTC()))
		return
	case core.ID:
		v.Set(reflect.ValueOf(id(1 + r.IntN(1e9))))
		return
	case core.Ref: // a kind without an id points at nothing, and is refused
		v.Set(reflect.ValueOf(core.Ref{Kind: core.KindGoal, ID: id(1 + r.IntN(1e9))}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%d \"<&>\\ \u2028 ж 👩🏽‍🚀 \x00\n", r.IntN(1e9)))
	case reflect.Int:
		v.SetInt(r.Int64N(1e12) - 5e11)
	case reflect.Uint64:
		v.SetUint(r.Uint64())
	case reflect.Float64:
		v.SetFloat((r.Float64() - 0.5) * 1e15)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), r, share)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.IntN(3), 3))
		for i := range v.Len() {
			fill(v.Index(i), r, share)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if r.Float64() < share {
				fill(v.Field(i), r, share)
			}
		}
	default:
		panic("no such field yet: " + v.Kind().String())
	}
}

func TestRecordsRoundTrip(t *testing.T) {
	for _, k := range core.Kinds() {
		full, _ := core.New(k)
		fill(reflect.ValueOf(full).Elem(), rand.New(rand.NewPCG(1, 2)), 2)
		roundTrip(t, k, full)
	}
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(core.Kinds()).Draw(t, "kind")
		rec, _ := core.New(k)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		fill(reflect.ValueOf(rec).Elem(), r, rapid.Float64Range(0, 1).Draw(t, "share"))
		roundTrip(t, k, rec)
	})
}

// parts lists the types that stand in a file: those of the records, and those inside them.
func parts() map[string]reflect.Type {
	out := map[string]reflect.Type{}
	var add func(reflect.Type)
	add = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			add(typ.Elem())
		case reflect.Struct:
			if typ == reflect.TypeFor[core.Date]() || typ == reflect.TypeFor[core.Civil]() || typ == reflect.TypeFor[time.Time]() || out[typ.Name()] != nil {
				return // each of these is one text
			}
			out[typ.Name()] = typ
			for i := range typ.NumField() {
				add(typ.Field(i).Type)
			}
		}
	}
	for _, k := range core.Kinds() {
		rec, _ := core.New(k)
		add(reflect.TypeOf(rec))
	}
	return out
}

// always lists, for each part, what stands in a file even when it is empty: what makes it what it is. All else
// is left out.
var always = map[string]string{
	"Head": "id", "Revision": "", "Ref": "kind id", "Said": "by typed how at", "Visibility": "", "Period": "", "Hours": "from to", "Consent": "", "Origin": "", "Recurs": "", "Pairing": "", "SeriesVersion": "sequence start end zone rule", "Beside": "original start end",
	"Workspace":    "id owner side language journal_days reminder length",
	"Person":       "id name",
	"Relationship": "id format duration specialisation participants phase status", "Participant": "person role", "PhaseChange": "phase since",
	"Agreement": "id relationship version purpose",
	"Series":    "id relationship start end zone rule uid",
	"Meeting":   "id relationship start end zone status uid", "Attendance": "person came", "AgendaItem": "id text",
	"Dispatch": "id method uid sequence at title start end zone", "Recipient": "person email", "Outsider": "email", "Moved": "original start end", "Answered": "original",
	"Question": "id asker text asked", "Note": "id about author text", "Action": "id title owner status",
	"Goal": "id person title status", "Measure": "name baseline target", "Reading": "on value", "Milestone": "id title",
	"Skill": "id person name scale", "Assessment": "id skill level on said",
	"Checklist": "id title items", "TemplateItem": "id text", "Run": "id title person started items", "RunItem": "id text",
	"Release": "id item person audience said on",
	"Busy":    "id person start end",
	"Reply":   "id person email answer sequence said",
	"Report":  "id relationship audience period language file size hash at",
}

func TestZeroValuesAreOmitted(t *testing.T) {
	all := parts()
	for name, typ := range all {
		text, err := json.Marshal(reflect.New(typ).Interface())
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(text, &keys); err != nil {
			t.Fatal(err)
		}
		want, known := always[name]
		if !known {
			t.Errorf("%s is not listed", name)
		}
		got := make([]string, 0, len(keys))
		for k := range keys {
			got = append(got, k)
		}
		wanted := strings.Fields(want)
		slices.Sort(got)
		slices.Sort(wanted)
		if d := cmp.Diff(wanted, got); d != "" {
			t.Errorf("an empty %s: %s", name, d)
		}
	}
	for name := range always {
		if all[name] == nil {
			t.Errorf("%s stands in no record", name)
		}
	}
}

func TestKeysAreSnakeCase(t *testing.T) {
	snake := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for name, typ := range parts() {
		seen := map[string]bool{}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Anonymous {
				if f.Type != reflect.TypeFor[core.Head]() || f.Tag != "" {
					t.Errorf("%s embeds %s", name, f.Type)
				}
				continue
			}
			key, option, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !f.IsExported() || !snake.MatchString(key) || seen[key] {
				t.Errorf("%s.%s is written as %q", name, f.Name, key)
			}
			seen[key] = true
			kind := f.Type.Kind()
			if f.Type == reflect.TypeFor[core.Reminders]() { // none at all and none wanted are two things
				kind = reflect.Struct
			}
			switch kind {
			case reflect.Struct, reflect.Array: // which omitempty never omits
				if option != "" && option != "omitzero" {
					t.Errorf("%s.%s says %s", name, f.Name, option)
				}
			default:
				if option != "" && option != "omitempty" {
					t.Errorf("%s.%s says %s", name, f.Name, option)
				}
			}
		}
	}
}

func TestOwn(t *testing.T) {
	for _, c := range []struct {
		name string
		said core.Said
		want bool
	}{
		{"typed here", core.Said{By: amina, Typed: amina, How: core.HowTyped}, true},
		{"typed for them", core.Said{By: amina, Typed: owner, How: core.HowTyped}, false},
		{"imported by them", core.Said{By: amina, Typed: amina, How: core.HowImport}, true},
		{"imported for them", core.Said{By: amina, Typed: owner, How: core.HowImport}, false},
		{"their answer file", core.Said{By: amina, Typed: owner, How: core.HowAnswer}, true},
		{"nobody", core.Said{}, false},
		{"nobody's answer file", core.Said{How: core.HowAnswer, Typed: owner}, false},
		{"typed by nobody", core.Said{By: amina}, false},
	} {
		if c.said.Own() != c.want {
			t.Error(c.name)
		}
	}
}

func TestVisibility(t *testing.T) {
	var private core.Visibility
	if !private.Private() || private.MayRead(owner) || private.MayRead(core.ID{}) {
		t.Error("who is named nowhere reads")
	}
	shared := core.Visibility{Readers: []core.ID{owner, amina}}
	if shared.Private() || !shared.MayRead(owner) || !shared.MayRead(amina) || shared.MayRead(boris) {
		t.Error("other people read than are named")
	}
}

func TestVisibilityWithout(t *testing.T) {
	owner, a, b := core.ID{1}, core.ID{2}, core.ID{3}
	for name, c := range map[string]struct{ readers, want []core.ID }{
		"of two":                  {[]core.ID{owner, a}, nil},
		"of three":                {[]core.ID{owner, a, b}, []core.ID{owner, b}},
		"alone":                   {[]core.ID{a}, nil},
		"of another and them":     {[]core.ID{a, b}, []core.ID{b}},
		"who does not read":       {[]core.ID{owner, b}, []core.ID{owner, b}},
		"of what nobody reads":    {nil, nil},
		"an owner's own, as said": {[]core.ID{owner}, []core.ID{owner}},
	} {
		if got := (core.Visibility{Readers: c.readers}).Without(a, owner); fmt.Sprint(got.Readers) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", name, got.Readers, c.want)
		}
	}
}
