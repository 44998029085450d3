package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// TestSheetHoldsEveryField: whatever field of a record changes, of any kind and in any depth, what is shown of it changes; but
// for the marks of what a file said, which say nothing to anybody, and that it came with a calendar, which is told as an answer.
func TestSheetHoldsEveryField(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range core.Kinds() {
			f := &filler{}
			rec, _ := core.New(kind)
			f.fill(reflect.ValueOf(rec).Elem(), "")
			whole := sheetOf(w, rec)
			leaves := 0
			f.leaves(reflect.ValueOf(rec).Elem(), string(kind), func(path string, change func()) {
				leaves++
				change()
				now := sheetOf(w, rec)
				if quiet := strings.HasSuffix(path, ".origin.read") || strings.HasSuffix(path, ".origin.copied"); (now == whole) != quiet {
					t.Errorf("%s: %s says nothing", lang, path)
				}
				whole = now
			})
			if leaves < 4 {
				t.Errorf("%s: only %d fields", kind, leaves)
			}
		}
	}
}

func sheetOf(w *locale.Words, rec core.Record) string {
	s := &sheet{w: w, home: time.UTC, names: func(ref core.Ref) string { return ref.String() }}
	s.record(rec)
	return strings.Join(s.lines, "\n")
}

// filler gives every field a value that no other has.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value, name string) {
	f.n++
	switch v.Interface().(type) {
	case core.ID:
		var id core.ID
		copy(id[8:], fmt.Sprintf("%08d", f.n))
		v.Set(reflect.ValueOf(id))
		return
	case core.Date:
		v.Set(reflect.ValueOf(core.Date{Year: 2026, Month: 1, Day: 1}.AddDays(f.n)))
		return
	case core.Civil:
		v.Set(reflect.ValueOf(core.Civil{Date: core.Date{Year: 2026, Month: 1, Day: 1}.AddDays(f.n), Hour: 14}))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, f.n)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		if name == "rule" {
			v.SetString(fmt.Sprintf("FREQ=DAILY;INTERVAL=%d", f.n+1))
			return
		}
		v.SetString(fmt.Sprintf("word%d", f.n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Uint64:
		v.SetUint(uint64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.5)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0), name)
		f.fill(v.Index(1), name)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), jsonName(v.Type().Field(i)))
		}
	default:
		panic("a field of a type that nobody thought of: " + v.Type().String())
	}
}

// leaves hands on every field that has no parts. The bookkeeping of copies is left out, and the record's own id, which
// stands in the line above the sheet.
func (f *filler) leaves(v reflect.Value, path string, each func(string, func())) {
	last := path[strings.LastIndex(path, ".")+1:]
	if last == "rev" || last == "parent" {
		return
	}
	switch v.Interface().(type) {
	case core.ID, core.Date, core.Civil, time.Time:
	default:
		switch v.Kind() {
		case reflect.Pointer:
			f.leaves(v.Elem(), path, each)
			return
		case reflect.Slice:
			for i := range v.Len() {
				f.leaves(v.Index(i), path, each)
			}
			return
		case reflect.Struct:
			for i := range v.NumField() {
				field := v.Type().Field(i)
				if field.Name != "ID" || v.Type() != reflect.TypeFor[core.Head]() {
					f.leaves(v.Field(i), path+"."+jsonName(field), each)
				}
			}
			return
		}
	}
	each(path, func() { f.fill(v, last) })
}

// TestShowSpeaks: what is shown of the sample's records has words for everything: no key or code of the file format, and
// no JSON.
func TestShowSpeaks(t *testing.T) {
	for _, side := range []string{"mentor", "mentee"} {
		now := []string{"-w", filepath.Join(t.TempDir(), "w"), "--now", "2026-11-23T12:20:00Z"}
		if code, _, e := ctl(t, append(now, "demo", "--as", side)...); code != exitDone {
			t.Fatal(e)
		}
		kept := exported(t, now)
		if len(kept) < 10 {
			t.Fatalf("records of %d kinds", len(kept))
		}
		for kind, id := range kept {
			for _, lang := range []string{"en", "ru"} {
				code, out, e := ctl(t, append(slices.Clone(now), "--lang", lang, "show", kind, id)...)
				if code != exitDone || e != "" {
					t.Errorf("%s %s: exit %d, %s", kind, id, code, e)
				}
				speaks(t, lang, kind, out)
			}
		}
	}
}

func speaks(t *testing.T, lang, kind, out string) {
	t.Helper()
	if m := regexp.MustCompile(`[{}«]show\.|[{}]|(^|\s)[a-z]+(_[a-z]+)+\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}(\s|$)`).FindString(out); m != "" {
		t.Errorf("%s, %s: %q in\n%s", lang, kind, m, out)
	}
	if lang != "ru" {
		return
	}
	codes := codes()
	for line := range strings.SplitSeq(out, "\n") {
		label, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if regexp.MustCompile(`^[A-Za-z]`).MatchString(label) && value != "" || slices.Contains(codes, value) {
			t.Errorf("%s: %q is no Russian", kind, line)
		}
	}
}

// codes gives the words of the file format that may be the value of a field.
func codes() []string {
	var out []string
	for _, list := range []any{
		core.Formats(), core.Durations(), core.Specialisations(), core.Phases(), core.Statuses(), core.MeetingStatuses(), core.Helps(),
		core.Stages(), core.Audiences(), core.ReportParts(), core.Answers(), core.Kinds(),
		[]core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth},
		[]core.How{core.HowTyped, core.HowAnswer, core.HowImport},
		[]core.Method{core.MethodRequest, core.MethodPublish, core.MethodCancel, core.MethodReply},
		[]core.GoalStatus{core.GoalDraft, core.GoalAgreed, core.GoalReached, core.GoalDropped},
		[]core.ActionStatus{core.ActionOpen, core.ActionDone, core.ActionDropped},
		[]core.Language{core.English, core.Russian},
		[]core.Pronoun{core.PronounShe, core.PronounHe, core.PronounThey},
		[]bool{true, false},
	} {
		for i := range reflect.ValueOf(list).Len() {
			out = append(out, fmt.Sprint(reflect.ValueOf(list).Index(i)))
		}
	}
	return out
}

// exported gives the id of the fullest record of each kind in a workspace.
func exported(t *testing.T, now []string) map[string]string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "all.json")
	if code, _, e := ctl(t, append(slices.Clone(now), "export", file)...); code != exitDone {
		t.Fatal(e)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Records []struct {
			Kind   string          `json:"kind"`
			Record json.RawMessage `json:"record"`
		} `json:"records"`
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	out, longest := map[string]string{}, map[string]int{}
	for _, r := range all.Records {
		if len(r.Record) > longest[r.Kind] {
			var head core.Head
			if err := json.Unmarshal(r.Record, &head); err != nil {
				t.Fatal(err)
			}
			longest[r.Kind], out[r.Kind] = len(r.Record), head.ID.String()
		}
	}
	return out
}

// The first message about a meeting has version 1 here too, as everywhere.
func TestASheetCountsVersionsFromOne(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for sequence, want := range map[int]string{0: ": 1\n", 4: ": 5\n"} {
		d := &core.Dispatch{Sequence: sequence, Title: "Meeting"}
		if text := sheetOf(w, d) + "\n"; !strings.Contains(text, w.T("field.sequence")[1:]+want) || d.Version() != sequence+1 {
			t.Errorf("%d: %s", sequence, text)
		}
	}
}
