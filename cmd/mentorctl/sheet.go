package main

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// sheet writes a record as a person reads it: a line for each field that says something, in the order of the record's
// type, and what lies inside it below, further in. It goes by the fields of the type, so that none can be forgotten.
type sheet struct {
	w      *locale.Words
	kind   core.Kind
	start  core.Civil         // of a series: a rule within it needs the day
	home   *time.Location     // of the owner: instants are told by that clock
	clock  core.Zone          // the same: so are times that have a zone beside them
	days   map[string]bool    // the UIDs of whole days: see planner.BusyTimes.NowDays
	inDays core.SeriesVersion // of a series: the version that made whole days of it, and called nothing off; zero: none
	names  func(core.Ref) string
	lines  []string
}

// sheetIndent is how far in the parts of a record stand.
const sheetIndent = "  "

// record writes the whole of a record.
func (s *sheet) record(rec core.Record) {
	s.kind = rec.Kind()
	if series, ok := rec.(*core.Series); ok {
		s.start = series.Start
		if s.days[series.UID] && planner.CalledOff(series) {
			s.inDays = core.SeriesVersion{Sequence: series.Origin.Sequence, Stamp: series.Origin.Stamp}
		}
	}
	s.fields(reflect.ValueOf(rec).Elem(), nil)
	s.worked(rec)
	head := rec.Base()
	if head.Created.IsZero() { // an occurrence of a series to which nobody did anything
		return
	}
	s.line(0, s.w.T("show.created"), s.instant(head.Created))
	s.line(0, s.w.T("show.updated"), s.instant(head.Updated))
}

// worked writes what is worked out of a record and kept nowhere.
func (s *sheet) worked(rec core.Record) {
	switch r := rec.(type) {
	case *core.Goal:
		if p, ok := r.Progress(); ok {
			s.line(0, s.w.T("show.progress"), s.w.Percent(p.Percent()))
		}
	case *core.Run:
		s.line(0, s.w.T("show.progress"), s.w.T("show.of", "done", r.Done(), "total", len(r.Items)))
	}
}

// fields writes the fields of a struct; path names where it stands in the record. What every record carries, its head,
// stands at its end or is the bookkeeping of copies.
func (s *sheet) fields(v reflect.Value, path []string) {
	for i := range v.NumField() {
		if f := v.Type().Field(i); !f.Anonymous {
			s.field(v, i, append(path[:len(path):len(path)], jsonName(f)))
		}
	}
}

// jsonName is a field's name in the file format.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func (s *sheet) field(parent reflect.Value, i int, path []string) {
	if parent.Type() == reflect.TypeFor[core.Origin]() && silent(path[len(path)-1]) {
		return
	}
	if s.madeDays(parent, path) {
		return
	}
	v := parent.Field(i)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	omits := strings.Contains(parent.Type().Field(i).Tag.Get("json"), ",omit")
	if _, shown := fieldOf(parent, i).(core.Visibility); !v.IsValid() || omits && v.IsZero() && !shown {
		return
	}
	depth, label := len(path)-1, s.label(path)
	if text, ok := s.value(parent, i, path); ok {
		s.line(depth, label, text)
		return
	}
	if v.Kind() == reflect.Struct {
		s.line(depth, label, "")
		s.fields(v, path)
		return
	}
	s.list(v, label, path)
}

// madeDays tells whether a field says that a version called a series off which made whole days of it.
func (s *sheet) madeDays(parent reflect.Value, path []string) bool {
	v, ok := parent.Interface().(core.SeriesVersion)
	return ok && path[len(path)-1] == "off" && !s.inDays.Stamp.IsZero() && v.Sequence == s.inDays.Sequence && v.Stamp.Equal(s.inDays.Stamp)
}

// silent tells whether a field of an Origin is left out: marks that say nothing to anybody, and that it came with a calendar, which
// is the owner's answer to another's meeting, and no news of their own.
func silent(name string) bool { return name == "read" || name == "copied" }

// list writes the entries of a list: one of them behind the label, several below it, counted.
func (s *sheet) list(v reflect.Value, label string, path []string) {
	if v.Len() == 0 {
		return
	}
	depth := len(path) - 1
	if text, ok := s.plain(v.Index(0).Interface(), path); ok && v.Len() == 1 {
		s.line(depth, label, text)
		return
	}
	s.line(depth, label, "")
	for i := range v.Len() {
		entry := v.Index(i)
		if text, ok := s.plain(entry.Interface(), path); ok {
			s.entry(depth+1, i, text)
			continue
		}
		first, text := s.headline(entry, path)
		s.entry(depth+1, i, text)
		for j := range entry.NumField() {
			if name := jsonName(entry.Type().Field(j)); j != first && name != "id" {
				s.field(entry, j, append(path[:len(path):len(path)], "", name))
			}
		}
	}
}

// headline gives the first field of a part of a record that says what it is, in words, and which one that is.
func (s *sheet) headline(part reflect.Value, path []string) (int, string) {
	for i := range part.NumField() {
		name := jsonName(part.Type().Field(i))
		if name == "id" {
			continue
		}
		if text, ok := s.plain(fieldOf(part, i), append(path[:len(path):len(path)], name)); ok && text != "" {
			if id := part.FieldByName("ID"); id.IsValid() {
				text += " (" + tailOf(id.Interface()) + ")"
			}
			return i, text
		}
	}
	return -1, ""
}

// label names a field: as it is called in the kind of record, or as it is called everywhere.
func (s *sheet) label(path []string) string {
	var at []string
	for _, name := range path {
		if name != "" { // an entry of a list
			at = append(at, name)
		}
	}
	last := at[len(at)-1]
	if key := "show." + string(s.kind) + "." + strings.Join(at, "."); s.w.Has(key) {
		return s.w.T(key)
	}
	if len(at) > 1 && s.w.Has("field."+at[len(at)-2]+"."+last) {
		return locale.Capital(s.w.T("field." + at[len(at)-2] + "." + last))
	}
	return s.w.Label(last)
}

// line writes a field. A text of several lines stands below its label.
func (s *sheet) line(depth int, label, text string) {
	in := strings.Repeat(sheetIndent, depth)
	head, rest, several := strings.Cut(text, "\n")
	switch {
	case several:
		s.lines = append(s.lines, in+label+":")
		for line := range strings.SplitSeq(head+"\n"+rest, "\n") {
			s.lines = append(s.lines, strings.TrimRight(in+sheetIndent+line, " "))
		}
	case text == "":
		s.lines = append(s.lines, in+label+":")
	default:
		s.lines = append(s.lines, in+label+": "+text)
	}
}

// entry writes an entry of a list.
func (s *sheet) entry(depth, i int, text string) {
	s.lines = append(s.lines, strings.Repeat(sheetIndent, depth)+strconv.Itoa(i+1)+". "+core.CleanLine(text))
}
