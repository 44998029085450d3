package core_test

import (
	"math"
	"testing"
	"time"

	"mentorbook/core"
)

func TestSeriesValidate(t *testing.T) {
	refuses(t, aSeries, []string{"follows", "origin.unheard", "origin.here", "origin.copied", "origin.start", "origin.end", "origin.zone", "heard.off"},
		names("relationship", func(s *core.Series) *core.ID { return &s.Relationship }),
		texts("title", core.MaxName, false, false, func(s *core.Series) *string { return &s.Title }),
		texts("place", core.MaxLine, false, false, func(s *core.Series) *string { return &s.Place }),
		texts("reason", core.MaxText, false, true, func(s *core.Series) *string { return &s.Reason }),
		texts("uid", core.MaxLine, true, false, func(s *core.Series) *string { return &s.UID }),
		texts("theirs.uid", core.MaxLine, false, false, func(s *core.Series) *string { return &s.Theirs.UID }),
		texts("origin.organizer", core.MaxLine, false, false, func(s *core.Series) *string { return &s.Origin.Organizer }),
		texts("origin.name", core.MaxName, false, false, func(s *core.Series) *string { return &s.Origin.Name }),
		texts("origin.invited", core.MaxLine, false, false, func(s *core.Series) *string { return &s.Origin.Invited }),
		texts("origin.description", core.MaxDescription, false, true, func(s *core.Series) *string { return &s.Origin.Description }),
		texts("origin.read", core.MaxLine, false, false, func(s *core.Series) *string { return &s.Origin.Read }),
		figures("origin.sequence", 0, math.MaxInt32, func(s *core.Series) *int { return &s.Origin.Sequence }),
		figures("origin.stands", 0, math.MaxInt32, func(s *core.Series) *int { return &s.Origin.Stands }),
		figures("heard.1.sequence", 0, math.MaxInt32, func(s *core.Series) *int { return &s.Heard[0].Sequence }),
		figures("heard.1.moved.1.sequence", 0, math.MaxInt32, func(s *core.Series) *int { return &s.Heard[0].Beside[0].Sequence }),
		moments("heard.1.stamp", false, func(s *core.Series) *time.Time { return &s.Heard[0].Stamp }),
		moments("origin.stamp", false, func(s *core.Series) *time.Time { return &s.Origin.Stamp }),
		moments("origin.answered", false, func(s *core.Series) *time.Time { return &s.Origin.Answered }),
		texts("origin.title", core.MaxName, false, false, func(s *core.Series) *string { return &s.Origin.Title }),
		texts("origin.kept_words", core.MaxDescription, false, true, func(s *core.Series) *string { return &s.Origin.KeptWords }),
		moments("origin.kept", false, func(s *core.Series) *time.Time { return &s.Origin.Kept }),
		choices("origin.class", func(s *core.Series) *core.Class { return &s.Origin.Class }, "", core.ClassPrivate, core.ClassConfidential),
		choices("origin.answer", func(s *core.Series) *core.Answer { return &s.Origin.Answer }, append([]core.Answer{""}, core.Answers()...)...),
		addresses("link", func(s *core.Series) *string { return &s.Link }),
		spans(func(s *core.Series) (*core.Civil, *core.Civil, *core.Zone) { return &s.Start, &s.End, &s.Zone }),
		figures("reminder.1", 1, 10080, func(s *core.Series) *int { return &s.Reminders[0] }),
		[]row[core.Series]{
			{"a version that ends before it begins", func(s *core.Series) { s.Heard[0].End = s.Heard[0].Start.AddMinutes(-60) }, "end_not_after heard.1.end", ""},
			{"a version at 25:00", func(s *core.Series) { s.Heard[0].Start.Hour = 25 }, "bad_time heard.1.start", ""},
			{"a version in no zone", func(s *core.Series) { s.Heard[0].Zone = "Moon/Sea" }, "bad_zone heard.1.zone", ""},
			{"a version by a rule that can't be", func(s *core.Series) { s.Heard[0].Rule = "FREQ=FORTNIGHTLY" }, "bad_rule heard.1.rule", ""},
			{"a version without a date at no time", func(s *core.Series) { s.Heard[0].Except = []core.Civil{{}} }, "bad_time heard.1.except.1", ""},
			{"a meeting beside a version at 25:00", func(s *core.Series) { s.Heard[0].Beside[0].Start.Hour = 25 }, "bad_time heard.1.moved.1.start", ""},
			{"one that ends at 25:00", func(s *core.Series) { s.Heard[0].Beside[0].End.Hour = 25 }, "bad_time heard.1.moved.1.end", ""},
			{"one that was at 25:00", func(s *core.Series) { s.Heard[0].Beside[0].Original.Hour = 25 }, "bad_time heard.1.moved.1.original", ""},
			{"a former rule that can't be", func(s *core.Series) { s.Was.Rule = "FREQ=FORTNIGHTLY" }, "bad_rule was.rule", ""},
			{"a meeting here at 25:00", func(s *core.Series) { s.Theirs.Here.Hour = 25 }, "bad_time theirs.here", ""},
			{"the organizer's at 25:00", func(s *core.Series) { s.Theirs.There.Hour = 25 }, "bad_time theirs.there", ""},
			{"an exception of the organizer's at no time", func(s *core.Series) { s.Theirs.Except = []core.Civil{{}} }, "bad_time theirs.except.1", ""},
			{"by what its organizer has it, which can't be", func(s *core.Series) { s.Origin.Rule = "FREQ=FORTNIGHTLY" }, "bad_rule origin.rule", ""},
			{"a former exception at no time", func(s *core.Series) { s.Was.Except = []core.Civil{{}} }, "bad_time was.except.1", ""},
			{"no rule", func(s *core.Series) { s.Rule = "" }, "bad_rule rule", ""},
			{"no rule that can be", func(s *core.Series) { s.Rule = "FREQ=FORTNIGHTLY" }, "bad_rule rule", ""},
			{"an exception at 25:00", func(s *core.Series) { s.Except[0].Hour = 25 }, "bad_time except.1", ""},
			{"an exception at no time", func(s *core.Series) { s.Except = append(s.Except, core.Civil{}) }, "bad_time except.2", ""},
			{"too many exceptions", func(s *core.Series) { s.Except = many(s.Start) }, "too_many except", ""},
			{"somebody who is not invited twice", func(s *core.Series) { s.Unasked = append(s.Unasked, s.Unasked[0]) }, "duplicate unasked", ""},
			{"nothing", func(s *core.Series) { *s = core.Series{} }, "required relationship; bad_rule rule; required uid; bad_time start; bad_time end; bad_zone zone", ""},
		},
	)
}
