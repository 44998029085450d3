package core_test

import (
	"testing"
	"time"

	"mentorbook/core"
)

func TestReplyValidate(t *testing.T) {
	refuses(t, aReply, []string{"series", "lists"},
		choices("answer", func(r *core.Reply) *core.Answer { return &r.Answer }, core.Answers()...),
		moments("seen", false, func(r *core.Reply) *time.Time { return &r.Seen }),
		moments("stamp", false, func(r *core.Reply) *time.Time { return &r.Stamp }),
		moments("overtook", false, func(r *core.Reply) *time.Time { return &r.Overtook }),
		moments("kept", false, func(r *core.Reply) *time.Time { return &r.Kept }),
		figures("beside.1.sequence", 0, 1<<31-1, func(r *core.Reply) *int { return &r.Beside[0].Sequence }),
		figures("sequence", 0, 1<<31-1, func(r *core.Reply) *int { return &r.Sequence }),
		texts("place", core.MaxLine, false, false, func(r *core.Reply) *string { return &r.Place }),
		words("said", func(r *core.Reply) *core.Said { return &r.Said })[2:],
		spans(func(r *core.Reply) (*core.Civil, *core.Civil, *core.Zone) { return &r.Start, &r.End, &r.Zone }),
		[]row[core.Reply]{
			{"to a meeting", func(r *core.Reply) { r.Meeting, r.Series, r.Occurrence = id(3), core.ID{}, core.Civil{} }, "", ""},
			{"to nothing", func(r *core.Reply) { r.Series, r.Occurrence = core.ID{}, core.Civil{} }, "required meeting", ""},
			{"typed by nobody", func(r *core.Reply) { r.Said.Typed = core.ID{} }, "required said.typed", ""},
			{"by nobody", func(r *core.Reply) { r.Person = core.ID{} }, "required person; not_yours said.by", ""},
			{"to a meeting and a series", func(r *core.Reply) { r.Meeting = id(3) }, "required meeting", ""},
			{"to all of a series", func(r *core.Reply) { r.Occurrence = core.Civil{} }, "", ""},
			{"to an occurrence of no series", func(r *core.Reply) { r.Meeting, r.Series = id(3), core.ID{} }, "bad_time occurrence", ""},
			{"to an occurrence at 25:00", func(r *core.Reply) { r.Occurrence.Hour = 25 }, "bad_time occurrence", ""},
			{"to an occurrence beside all at 25:00", func(r *core.Reply) { r.Beside[0].Original.Hour = 25 }, "bad_time beside.1.original", ""},
			{"from no address", func(r *core.Reply) { r.Email = "" }, "required email", ""},
			{"from what is no address", func(r *core.Reply) { r.Email = "amina" }, "bad_email email", ""},
			{"by somebody else's word", func(r *core.Reply) { r.Said = said(owner) }, "not_yours said.by", ""},
			{"without a proposal", func(r *core.Reply) { r.Start, r.End, r.Zone, r.Rule = core.Civil{}, core.Civil{}, "", "" }, "", ""},
			{"with no rule", func(r *core.Reply) { r.Rule = "" }, "", ""},
			{"with a rule that is none", func(r *core.Reply) { r.Rule = "FREQ=OFTEN" }, "bad_rule rule", ""},
		},
	)
}
