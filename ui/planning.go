package ui

import (
	"context"
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/files"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// planForm is the dialog that plans a meeting.
type planForm struct {
	w       *Window
	rel     core.ID
	today   core.Date
	date    *kit.TextField
	start   *kit.TimeField
	minutes *kit.TextField
	topic   *kit.TextField
	link    *kit.TextField
	open    *shell.Open
}

// plan opens the dialog with tomorrow's date and the usual length filled in.
func (w *Window) plan(m *relationship.Model) {
	work(w, "plan", func(ctx context.Context) (core.Date, error) { return w.cfg.Planner.TodayDate(ctx) }, func(d core.Date) {
		w.showPlan(m, d)
	})
}

func (w *Window) showPlan(m *relationship.Model, d core.Date) {
	t := w.words().T
	f := &planForm{
		w: w, rel: m.ID, today: d, date: kit.NewTextField(t("plan.date"), "", nil), minutes: kit.NewTextField(t("plan.minutes"), "", nil),
		start: kit.NewTimeField(t("plan.start"), 10*60, words.Times(w.words()), nil),
		topic: kit.NewTextField(t("plan.topic"), "", nil), link: kit.NewTextField(t("plan.link"), "", nil),
	}
	f.date.SetText(w.words().Date(d.AddDays(1)))
	f.minutes.SetText("45")
	f.open = w.shell.Dialogs.Show(shell.Dialog{
		Title: t("plan.title", "name", m.Title), Content: kit.Stack(10, f.date, f.start, f.minutes, f.topic, f.link),
		Confirm: t("plan.save"), Cancel: t("window.cancel"), OK: f.save, First: f.date.Focusable(),
	})
}

// save reads the fields; what is wrong is said below its field, and the dialog stays.
func (f *planForm) save() bool {
	words := f.w.words()
	for _, field := range []*kit.TextField{f.date, f.minutes, f.topic, f.link} {
		field.SetError("")
	}
	day, err := locale.ParseDate(f.date.Text(), f.today)
	if err != nil {
		f.date.SetError(words.Error(err))
		return false
	}
	at, ok := f.start.Value()
	if !ok {
		return f.start.Check() && false
	}
	length, err := strconv.Atoi(strings.TrimSpace(f.minutes.Text()))
	if err != nil || length < 5 || length > 24*60 {
		f.minutes.SetError(words.Error(core.FailField(core.CodeBadNumber, "length", "min", 5, "max", 24*60)))
		return false
	}
	start := day.At(at/60, at%60)
	m := core.Meeting{Relationship: f.rel, Title: core.CleanLine(f.topic.Text()), Start: start, End: start.AddMinutes(length)}
	if where := strings.TrimSpace(f.link.Text()); strings.Contains(where, "://") {
		m.Link = where
	} else {
		m.Place = where
	}
	f.send(m)
	return false // the dialog closes when the meeting is kept
}

func (f *planForm) send(m core.Meeting) {
	f.open.SetBusy(true)
	shell.Start(f.w.shell.Runner, "plan", "", func(ctx context.Context, _ shell.Report) (*core.Meeting, error) {
		return f.w.cfg.Planner.Meetings.Plan(ctx, m)
	}, func(kept *core.Meeting, err error) {
		f.open.SetBusy(false)
		if err != nil {
			f.link.SetError(f.w.words().Error(err))
			return
		}
		f.open.Close()
		text := f.w.words().T("plan.done", "date", f.w.words().Date(kept.Start.Date), "time", f.w.words().Span(kept.Start, kept.End))
		f.w.shell.ToastUndo(text, f.w.takeBack)
	})
}

// invite asks where to write the next meeting's invitation, and writes it as an e-mail.
func (w *Window) invite(m *relationship.Model) {
	t := w.words().T
	w.saveFile(t("export.invitation"), files.Name(t("export.invitation_name", "name", m.Title), ".eml"), func(path string) {
		work(w, "invite", func(ctx context.Context) (*core.Dispatch, error) {
			return w.cfg.Planner.Invitations.Send(ctx, m.Next, core.MethodRequest, path)
		}, func(*core.Dispatch) { w.written(path) })
	})
}
