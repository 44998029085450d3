package planner

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Recurs gives how something recurs by the clock of a zone, from what is not over at an instant on; false for a rule that
// can't be read. Screens, lists and e-mails all say it by that: see schedule.Pattern.
func Recurs(s *core.Series, by core.Zone, at time.Time) (schedule.Pattern, bool) {
	run, err := schedule.OfSeries(s)
	if err != nil {
		return schedule.Pattern{}, false
	}
	return run.By(by, at), true
}

// Recurs gives how a series recurs by the owner's clock: that of the list, or what guests were told of it.
func (l *GuestList) Recurs(start, end core.Civil, zone core.Zone, rule string) (schedule.Pattern, bool) {
	home := l.Owner.Home()
	today, err := l.Today.At(0, 0).In(home)
	if err != nil {
		return schedule.Pattern{}, false
	}
	return Recurs(&core.Series{Start: start, End: end, Zone: zone, Rule: rule}, home, today)
}

// RuleAt gives the rule by which a series goes on whose meeting of one time is at another, and all later ones with it: as
// schedule.Moved and schedule.EndMoved have it, with the dates beside it as much later. Its error has CodeOffRule where there is none.
func RuleAt(text string, was, now core.Civil) (core.Rule, error) {
	rule, err := core.ParseRule(text)
	if err != nil {
		return rule, err
	}
	moved, ok := schedule.Moved(rule, was, now)
	if !ok {
		return rule, core.FailField(core.CodeOffRule, "start", "value", now.Date, "rule", rule, "was", was.Date)
	}
	moved.Dates, moved.Until = laterDates(rule.Dates, was, now), schedule.EndMoved(rule, was, moved, now)
	return moved, nil
}
