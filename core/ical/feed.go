package ical

import (
	"errors"
	"slices"
	"time"

	"github.com/emersion/go-ical"

	"mentorbook/core"
)

// Feed gives a whole calendar as one iCalendar object for programs that watch a file or take one in: nobody is
// asked anything. Days by which something is due stand in it as whole days that take nobody's time, since few
// programs show tasks.
//
// Every event has its own organizer, as RFC 5546 3.2.1 asks: the owner, or whoever invited them. Where one has none
// the METHOD is left out, and the file is a plain calendar. A calendar with nothing in it has a time zone, for there must be something
// (RFC 5545 3.6). Its errors are those of Calendar, and CodeBadDate.
func Feed(f *core.Feed) ([]byte, error) {
	organizer := cleanParty(f.Organizer)
	cal := ical.NewCalendar()
	setRaw(cal.Component, ical.PropVersion, "2.0")
	setRaw(cal.Component, ical.PropProductID, productID)
	if everyOrganizer(f) {
		setRaw(cal.Component, ical.PropMethod, "PUBLISH")
	}
	if !f.Of.IsZero() {
		setRaw(cal.Component, feedProperty, f.Of.String())
	}
	if name := core.CleanLine(f.Name); name != "" {
		cal.Props.SetText("NAME", name) // RFC 7986 5.1
		p := ical.NewProp("X-WR-CALNAME")
		p.SetText(name)
		p.Params.Del(ical.ParamValue) // which readers of this name do not expect
		cal.Props.Set(p)
	}
	zones := zoneList{}
	events, err := feedEvents(f, organizer, &zones)
	if err != nil {
		return nil, err
	}
	cal.Children = append(zones.components(), events...)
	if len(cal.Children) == 0 {
		cal.Children = append(cal.Children, timezoneOf("UTC", time.UTC, f.Stamp, f.Stamp))
	}
	return encode(cal)
}

// feedProperty says whose calendar a file is, so that one that comes back is known.
const feedProperty = "X-MENTORBOOK-FEED"

// everyOrganizer tells whether each event has an organizer.
func everyOrganizer(f *core.Feed) bool {
	missing := func(v *core.Invitation) bool { return v.Organizer.Email == "" }
	return f.Organizer.Email != "" && !slices.ContainsFunc(f.Events, missing)
}

func feedEvents(f *core.Feed, organizer core.Party, zones *zoneList) ([]*ical.Component, error) {
	var errs []error
	var out []*ical.Component
	for _, e := range f.Events {
		one := *e
		one.Method, one.Stamp = core.MethodPublish, f.Stamp
		v, err := prepare(&one)
		switch {
		case err != nil:
			errs = append(errs, err)
		case v.Series == nil:
			out = append(out, eventOf(v))
		default:
			zones.add(v)
			out = append(out, eventsOf(v)...)
		}
	}
	for _, d := range f.Due {
		if !d.On.Valid() || !d.On.AddDays(1).Valid() {
			errs = append(errs, core.FailField(core.CodeBadDate, "due", "value", d.On.String()))
			continue
		}
		out = append(out, dueOf(d, f.Stamp, organizer))
	}
	return out, errors.Join(errs...)
}

// dueOf gives a whole day that takes nobody's time.
func dueOf(d core.FeedDue, stamp time.Time, organizer core.Party) *ical.Component {
	e := ical.NewComponent(ical.CompEvent)
	e.Props.SetText(ical.PropUID, d.UID)
	e.Props.SetDateTime(ical.PropDateTimeStamp, stamp.UTC().Truncate(time.Second))
	wholeDay(e, ical.PropDateTimeStart, d.On)
	wholeDay(e, ical.PropDateTimeEnd, d.On.AddDays(1))
	e.Props.SetText(ical.PropSummary, core.CleanLine(d.Title))
	setRaw(e, ical.PropTransparency, "TRANSPARENT")
	if organizer.Email != "" {
		e.Props.Add(organizerOf(organizer))
	}
	return e
}

func wholeDay(e *ical.Component, name string, d core.Date) {
	p := ical.NewProp(name)
	p.Params.Set(ical.ParamValue, string(ical.ValueDate))
	p.Value = time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format("20060102")
	e.Props.Set(p)
}
