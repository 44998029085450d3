package main

import (
	"reflect"
	"strconv"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func fieldOf(parent reflect.Value, i int) any { return parent.Field(i).Interface() }

// value gives a field in words where it is one value; false for what has parts.
func (s *sheet) value(parent reflect.Value, i int, path []string) (string, bool) {
	v := fieldOf(parent, i)
	switch path[len(path)-1] {
	case "rule": // it says less than its words: those need the day on which it begins
		start := s.start
		if f := parent.FieldByName("Start"); f.IsValid() {
			start, _ = f.Interface().(core.Civil)
		}
		if series, ok := parent.Addr().Interface().(*core.Series); ok {
			return repeats(s.w, series, s.clock, s.days), true
		}
		if rule, err := core.ParseRule(parent.Field(i).String()); err == nil {
			return s.w.Rule(rule, start.Date), true
		}
	case "start", "end": // of something with a zone of its own
		zone := zoneBeside(parent)
		if c, ok := v.(core.Civil); ok && zone != "" && !c.IsZero() {
			return joined(s.moment(c.OnClock(zone, s.clock)), beside(s.w, c, zone, s.clock)), true
		}
	case "sequence": // people count versions from one; see core.Dispatch.Version
		return s.w.Number(float64(parent.Field(i).Int() + 1)), true
	case "status":
		if m, ok := parent.Addr().Interface().(*core.Meeting); ok {
			return s.w.Outcome(m), true
		}
	case "size":
		return s.w.Bytes(parent.Field(i).Int()), true
	case "work":
		return s.week(v), true
	}
	switch v := v.(type) {
	case core.Visibility:
		return s.readers(v), true
	case core.Reminders:
		return s.reminders(v), true
	case core.Period:
		return s.w.OpenPeriod(v), true
	case []core.Help:
		return list(s, v), true
	case []core.ReportPart:
		return list(s, v), true
	}
	return s.plain(v, path)
}

// zoneBeside gives the zone that stands beside a time in a record, or in a part of one; "" for none.
func zoneBeside(parent reflect.Value) core.Zone {
	f := parent.FieldByName("Zone")
	if !f.IsValid() {
		return ""
	}
	zone, _ := f.Interface().(core.Zone)
	return zone
}

// list joins the words of a fixed list.
func list[T any](s *sheet, all []T) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = s.w.Word(v)
	}
	return s.w.List(words)
}

// plain gives one value in words, wherever it stands; false for what is none.
func (s *sheet) plain(v any, path []string) (string, bool) {
	switch v := v.(type) {
	case core.ID:
		return s.named(core.Ref{Kind: kindNamed(path), ID: v}), true
	case core.Ref:
		return s.named(v) + ", " + s.w.Word(v.Kind), true
	case core.Date:
		return s.w.Date(v), true
	case core.Civil:
		return s.moment(v), true
	case core.Zone:
		return s.zone(v), true
	case core.Hours:
		return hour(s.w, v.From) + "–" + hour(s.w, v.To), true
	case time.Time:
		return s.instant(v), true
	case bool:
		if v {
			return s.w.T("show.yes"), true
		}
		return s.w.T("show.no"), true
	case int:
		return s.w.Number(float64(v)), true
	case float64:
		return s.w.Number(v), true
	case string:
		return core.CleanText(v), true
	}
	if word := s.w.Word(v); word != "" {
		return word, true
	}
	return "", reflect.ValueOf(v).Kind() == reflect.String
}

// kindNamed tells which kind of record an id in a field names; "" for a part of a record.
func kindNamed(path []string) core.Kind {
	name := path[len(path)-1]
	switch name {
	case "owner", "person", "by", "typed", "asker", "author", "about", "readers":
		return core.KindPerson
	case "relationships":
		return core.KindRelationship
	case "follows":
		return core.KindSeries
	case "from":
		return ""
	}
	return core.Kind(name)
}

// named gives the name of a record and the tail of its id.
func (s *sheet) named(ref core.Ref) string {
	if ref.ID.IsZero() {
		return ""
	}
	if ref.Kind == "" {
		return tailOf(ref.ID)
	}
	return s.names(ref)
}

// tailOf gives the end of the id of a part, which is told from others of its record alone.
func tailOf(id any) string {
	part, _ := id.(core.ID)
	text := part.String()
	return text[max(len(text)-6, 0):]
}

func (s *sheet) readers(v core.Visibility) string {
	names := map[core.ID]string{}
	for _, id := range v.Readers {
		names[id] = s.named(core.Ref{Kind: core.KindPerson, ID: id})
	}
	return s.w.Readers(v, names)
}

func (s *sheet) reminders(r core.Reminders) string {
	if len(r) == 0 {
		return s.w.T("show.none")
	}
	before := make([]string, len(r))
	for i, n := range r {
		before[i] = s.w.T("show.before", "length", s.w.Before(n))
	}
	return s.w.List(before)
}

// week gives the hours of each day of a week, one a line.
func (s *sheet) week(v any) string {
	days, _ := v.([]core.Hours)
	text := ""
	for i, h := range days {
		said := s.w.T("show.day_off")
		if !h.IsZero() {
			said = hour(s.w, h.From) + "–" + hour(s.w, h.To)
		}
		text += "\n" + s.w.Weekday(core.DayCodes()[i].Weekday()) + ": " + said
	}
	return text[min(len(text), 1):]
}

// hour gives a minute of the day, the last one's end too.
func hour(w *locale.Words, minute int) string {
	if minute == 24*60 {
		return strconv.Itoa(24) + ":00"
	}
	return w.Time(minute/60, minute%60)
}

func (s *sheet) moment(c core.Civil) string {
	if c.IsZero() {
		return ""
	}
	return s.w.Date(c.Date) + ", " + s.w.Clock(c)
}

func (s *sheet) instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return s.moment(core.CivilOf(t.In(s.home)))
}

// zone names a zone by its city, and as the standard does, which is what commands take.
func (s *sheet) zone(z core.Zone) string {
	if city := s.w.City(z); city != string(z) {
		return city + " (" + string(z) + ")"
	}
	return string(z)
}
