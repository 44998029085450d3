package planning

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the dialogs ask of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Planner *planner.Planner
	Save    forms.Saver
	Draft   forms.Draft
	After   kit.After
	Look    func(do func(context.Context) (Looked, error), done func(Looked)) // beside the window
	Split   func(gone core.ID, series *core.Series)                           // a meeting is none of its series any more; it is the first of that one, where there is one
	Moved   func(meeting core.ID)                                             // guests have the old time, or a meeting that is off
	// Declined is called once the owner has declined another’s meeting, or all of their series: its organizer does not know yet.
	Declined func(of core.ID)
	Planned  func(of core.ID, over bool)                       // of a meeting or a series, guests know nothing of it yet; over: it lies in the past
	When     func(relationship core.ID, done func(core.Civil)) // when a meeting of it is proposed, on the owner's clock
	Where    func(relationship core.ID, done func(string))     // where its meetings take place as a rule
	Start    core.Civil                                        // when a new meeting is to begin, on the owner's clock; zero: not known yet
	Proposed core.ID                                           // whom a new meeting is with unless another is chosen; zero: nobody
	Offer    forms.Offering                                    // whom the choice of a relationship may list
	Minutes  int                                               // how long it is to take; zero: as long as meetings take
}

// form is the dialog that plans.
type form struct {
	*when

	deps   Deps
	plan   Plan
	who    *kit.Combo // nil where it is known
	topic  *kit.TextField
	where  *kit.TextField
	remind *kit.ChipField
	repeat *repeating    // nil for a meeting that is there already and stands alone
	scope  *kit.Segments // whether a change is for one occurrence or for all later ones too; nil where it does not repeat
	rule   *kit.Text     // what a change for all later ones does
	fields *forms.Form
	open   *shell.Open

	proposed string // the place that was filled in
}

// Show opens the dialog for a new meeting, of a relationship or of one that is to be chosen (unless there is only one), or for the meeting of
// the model.
func Show(deps Deps, m *Model, rel core.ID) {
	if only, ok := m.Only(); ok && rel.IsZero() && deps.Offer.Names("", only.ID) {
		rel = only.ID
	}
	f := &form{deps: deps, fields: forms.NewForm(deps.Words), plan: m.New(rel)}
	f.when = &when{model: m, plan: &f.plan}
	title, confirm := f.t("plan.title_new"), f.t("plan.save")
	switch place, ok := m.Place(rel); {
	case m.Meeting != nil:
		f.plan = m.Again()
		title, confirm = f.t("plan.title_again", "name", m.Name), f.t("button.save")
	case ok:
		title = f.t("plan.title", "name", place.Name)
	}
	if m.Meeting == nil && !deps.Start.IsZero() {
		f.plan.At(deps.Start, deps.Minutes)
	}
	f.make()
	f.given()
	if place, ok := m.Place(deps.Proposed); ok && f.who != nil && deps.Offer.Names("", place.ID) {
		f.plan.Relationship = place.ID
		f.who.SetValue(kit.ComboItem{Key: place.ID.String(), Text: place.Name})
		defer f.proposeStart()
	}
	if m.Meeting == nil {
		f.fields.New()
	}
	f.open = forms.Show(deps.Dialogs, f.fields, deps.Draft, shell.Dialog{
		Title: title, Content: f.content(), Confirm: confirm, Cancel: f.t("window.cancel"), OK: f.save, Width: 540,
		First: f.first(),
	})
	f.changed()
	f.propose()
}

// given keeps the time that somebody has pointed at, whatever was typed when the dialog was left before.
func (f *form) given() {
	if f.deps.Start.IsZero() {
		return
	}
	f.fields.Given("date", "start")
	if f.deps.Minutes > 0 {
		f.fields.Given("length")
	}
}

// propose fills in where the relationship's meetings take place, unless something is typed there: nobody types a
// link twice.
func (f *form) propose() {
	rel := f.plan.Relationship
	if f.model.Meeting != nil || rel.IsZero() {
		return
	}
	f.deps.Where(rel, func(where string) {
		if !f.open.Closed() && f.plan.Relationship == rel && (f.where.Text() == "" || f.where.Text() == f.proposed) {
			f.proposed = where
			f.where.SetText(where)
			f.fields.Proposed("link")
		}
	})
}

// proposeStart proposes a time that suits whoever was chosen, unless somebody has said when.
func (f *form) proposeStart() {
	rel, was := f.plan.Relationship, f.model.Start
	if f.model.Meeting != nil || rel.IsZero() || !f.deps.Start.IsZero() || !f.plan.Begins(was) {
		return
	}
	f.deps.When(rel, func(start core.Civil) {
		if f.open.Closed() || f.plan.Relationship != rel || !f.plan.Begins(was) || start == was {
			return
		}
		f.model.Start = start
		f.plan.At(start, 0)
		f.date.SetValue(f.plan.Date)
		f.start.SetValue(f.plan.Start)
		f.fields.Proposed("date")
		f.fields.Proposed("start")
		f.changed()
	})
}

func (f *form) t(key string, args ...any) string { return f.deps.Words.T(key, args...) }

func (f *form) make() {
	w, p := f.deps.Words, f.plan
	if p.Relationship.IsZero() {
		f.who = forms.Put(f.fields, kit.NewCombo(f.t("plan.who"), f.deps.Offer.Hint(w, "capture.who_hint"), f.find, func(item kit.ComboItem) {
			f.plan.Relationship, _ = core.ParseID(item.Key) // the zero id for none
			f.propose()
			f.proposeStart()
			f.changed()
		}), "relationship")
	}
	f.when.make(w, f.fields, f.changed)
	f.topic = f.text("plan.topic", p.Topic, &f.plan.Topic, "title")
	f.where = f.text("plan.link", p.Where, &f.plan.Where, "link", "place")
	f.remind = forms.Put(f.fields, forms.NewReminders(w, f.model.Reminding(p), func(r core.Reminders) { f.model.Remind(&f.plan, r) }), "reminder")
	switch {
	case f.model.Meeting == nil:
		f.repeat = newRepeating(f)
	case !f.model.Meeting.Series.IsZero():
		f.scope = kit.NewSegments([]string{f.t("plan.only_this"), f.t("plan.this_and_later")}, 0, func(int) { f.scoped() })
		f.fields.Keep("scope", f.scope)
		f.rule = kit.NewText("", kit.Caption())
		f.repeat = newRepeating(f)
	}
}

func (f *form) text(label, text string, into *string, paths ...string) *kit.TextField {
	field := kit.NewTextField(f.t(label), "", func(text string) {
		*into = text
		f.changed()
	})
	field.SetText(text)
	return forms.Put(f.fields, field, paths...)
}

func (f *form) content() fyne.CanvasObject {
	parts := f.when.parts()
	if f.scope != nil {
		parts = append(parts, kit.Line(0, f.scope, kit.Spring()))
		f.scoped()
	}
	if f.repeat != nil {
		parts = append(parts, f.repeat.line)
	}
	if f.rule != nil {
		parts = append(parts, f.rule)
	}
	parts = append(parts, f.topic, f.where, f.remind, f.fields.Rest())
	if f.who != nil {
		parts = append([]fyne.CanvasObject{f.who}, parts...)
	}
	return kit.Stack(10, parts...)
}

// later tells whether the change is for all later meetings of the series too.
func (f *form) later() bool { return f.scope != nil && f.scope.Current() == 1 }

// scoped shows how the series goes on where the change is for all later ones.
func (f *form) scoped() {
	visible(f.repeat.line, f.later())
	f.ruled(planner.Outlook{})
	f.changed()
}

// repeats gives the rhythm of what is planned; nothing for one meeting alone.
func (f *form) repeats() Repeat {
	if f.repeat == nil || f.scope != nil && !f.later() {
		return Repeat{}
	}
	return f.repeat.value
}

func (f *form) first() fyne.Focusable {
	if f.who != nil {
		return f.who.Focusable()
	}
	return f.date.Focusable()
}

func (f *form) find(typed string) []kit.ComboItem {
	var out []kit.ComboItem
	for _, r := range f.model.Find(typed) {
		if !f.deps.Offer.Names(typed, append(r.Others(f.model.Owner), r.ID)...) {
			continue
		}
		out = append(out, kit.ComboItem{Key: r.ID.String(), Text: r.Name, Caption: f.deps.Words.Word(r.Format)})
	}
	return out[:min(len(out), 20)]
}

// changed brings along what follows from the fields: others' clocks at once, clashes when typing rests.
func (f *form) changed() {
	if f.open == nil {
		return
	}
	if f.repeat != nil {
		f.repeat.offer()
	}
	f.follow(f.model.Shifts(f.plan, f.repeats()), f.model.LaterQuiet(f.plan, f.repeats()))
	f.rest(f.deps.After, f.look)
}

func (f *form) look() {
	var m core.Meeting
	if f.open.Closed() {
		return
	}
	if f.plan.SetOne(&m) != nil {
		f.clashes(Looked{}) // what was found was found of another plan
		return
	}
	if f.model.Meeting != nil {
		m.ID = f.model.Meeting.ID
	}
	series, repeats := f.series()
	later := f.edit()
	if later != nil {
		series.ID = f.model.Meeting.Series
	}
	f.deps.Look(func(ctx context.Context) (found Looked, err error) {
		if later != nil { // an edit that can't be is refused when it is saved
			found.Outlook, _ = f.deps.Planner.Series.Outlook(ctx, f.model.Meeting.Series, f.model.Meeting.Recurrence, later)
		}
		err = found.One(ctx, f.deps.Planner, m)
		if err == nil && later != nil {
			err = found.Leave(ctx, f.deps.Planner, f.model.Meeting)
		}
		if err == nil && repeats {
			err = found.Series(ctx, f.deps.Planner, series)
		}
		return found, err
	}, func(found Looked) {
		if !f.open.Closed() {
			f.clashes(found)
			f.ruled(found.Outlook)
		}
	})
}

// edit gives the change of all later meetings; nil where it is not for these, or a field is wrong.
func (f *form) edit() func(*core.Series) error {
	if !f.later() {
		return nil
	}
	edit, err := f.model.Later(f.plan, f.repeat.value)
	if err != nil {
		return nil
	}
	return edit
}

// ruled says what a change for all later meetings does, as far as it is known.
func (f *form) ruled(out planner.Outlook) {
	if f.rule == nil {
		return
	}
	text := ""
	if f.later() {
		text = f.model.SplitRule(out)
		if along := f.model.Along(f.plan, f.repeat.value); along != "" {
			text = along + " " + text
		}
	}
	say(f.rule, text)
	kit.Relayout(f.rule)
}

// series gives the series that would be planned; false where the meeting is to be one alone, or a field is wrong.
func (f *form) series() (core.Series, bool) {
	r := f.repeats()
	if r.Rule.IsZero() {
		return core.Series{}, false
	}
	s, err := f.plan.Series(r)
	return s, err == nil
}

// save plans; what is wrong stands below its field, and the dialog stays.
func (f *form) save() bool {
	plan := f.plan
	if !f.fields.Check(plan.Set(&core.Meeting{}), f.date, f.start) {
		return false
	}
	if f.model.Meeting != nil {
		f.again(plan)
		return false
	}
	if r := f.repeat.value; !r.Rule.IsZero() {
		return f.saveSeries(plan, r)
	}
	var kept *core.Meeting
	f.deps.Save(forms.Saving{Open: f.open, Form: f.fields, Title: planner.TitleMeetingPlanned, Do: func(ctx context.Context) (err error) {
		var m core.Meeting
		if err := plan.SetOne(&m); err != nil {
			return err
		}
		kept, err = f.deps.Planner.Meetings.Plan(ctx, m)
		return err
	}, Then: func() { f.deps.Planned(kept.ID, f.model.Over(plan)) }})
	return false // the dialog closes when the meeting is kept
}

// saveSeries plans meetings that repeat.
func (f *form) saveSeries(plan Plan, r Repeat) bool {
	series, err := plan.Series(r)
	if err != nil {
		return f.fields.Show(err)
	}
	var kept *core.Series
	f.deps.Save(forms.Saving{Open: f.open, Form: f.fields, Title: planner.TitleSeriesPlanned, Do: func(ctx context.Context) (err error) {
		kept, err = f.deps.Planner.Series.Plan(ctx, series)
		return err
	}, Then: func() { f.deps.Planned(kept.ID, false) }})
	return false
}

// again gives the meeting its new time; guests who have the old one are to be told.
func (f *form) again(plan Plan) {
	was := f.model.Meeting
	title, do := planner.TitleMeetingMoved, func(ctx context.Context) error {
		return f.deps.Planner.Meetings.Replan(ctx, was.ID, plan.SetOne)
	}
	var next *core.Series
	if f.later() {
		edit, err := f.model.Later(plan, f.repeat.value)
		if err != nil {
			f.fields.Show(err)
			return
		}
		title, do = planner.TitleSeriesSplit, func(ctx context.Context) (err error) {
			next, err = f.deps.Planner.Series.From(ctx, was.Series, was.Recurrence, edit)
			return err
		}
	}
	f.deps.Save(forms.Saving{Open: f.open, Form: f.fields, Title: title, Do: do, Then: func() {
		if next != nil {
			split(f.deps, f.model, next)
			return
		}
		var now core.Meeting
		if err := plan.SetOne(&now); err == nil && title == planner.TitleMeetingMoved && f.model.Invited && (now.Start != was.Start || now.End != was.End) {
			f.deps.Moved(was.ID)
		}
	}})
}

// split leads from a meeting that is none of its series any more to what has come of it. Guests who were invited to the
// series do not know yet where it ends now: they are told of it with the one that goes on in its stead.
func split(deps Deps, m *Model, next *core.Series) {
	deps.Split(m.Meeting.ID, next)
	if !m.Invited {
		return
	}
	if next == nil {
		next = m.Series
	}
	deps.Moved(next.ID)
}

// ShowCancel opens the dialog that calls the meeting of the model off, or more of its series.
func ShowCancel(deps Deps, m *Model) {
	t, fields := deps.Words.T, forms.NewForm(deps.Words)
	reason := forms.Put(fields, kit.NewTextField(t("plan.reason"), m.ReasonHint(), nil), "reason")
	rule := kit.NewText(m.CancelRule(), kit.Caption())
	when := kit.NewText(m.When(), kit.Strong())
	parts := []fyne.CanvasObject{when}
	scopes := m.CancelScopes()
	chosen := func() CancelScope { return OnlyThis }
	if len(scopes) > 1 {
		names := make([]string, len(scopes))
		for i, s := range scopes {
			names[i] = m.ScopeName(s)
		}
		scope := kit.NewSegments(names, 0, func(i int) {
			say(rule, m.ScopeRule(scopes[i]))
			kit.Relayout(rule)
		})
		fields.Keep("scope", scope)
		parts = append(parts, kit.Line(0, scope, kit.Spring()))
		chosen = func() CancelScope { return scopes[scope.Current()] }
	}
	title, confirm := m.CancelWords()
	var open *shell.Open
	open = forms.Show(deps.Dialogs, fields, deps.Draft, shell.Dialog{
		Title: title, Content: kit.Stack(10, append(parts, reason, rule, fields.Rest())...),
		Confirm: confirm, Cancel: t("plan.keep_meeting"), First: reason.Focusable(), OK: func() bool {
			deps.Save(cancelling(deps, m, forms.Saving{Open: open, Form: fields}, chosen(), core.CleanLine(reason.Text())))
			return false
		},
	})
}

// cancelling completes what calls off as much as is chosen; guests who have it on their calendars are told after it.
func cancelling(deps Deps, m *Model, s forms.Saving, scope CancelScope, reason string) forms.Saving {
	if m.Declines() {
		return declining(deps, m, s, scope, reason)
	}
	switch scope {
	case ThisAndLater:
		s.Title = planner.TitleSeriesEnded
		s.Do = func(ctx context.Context) error {
			return deps.Planner.Series.EndBefore(ctx, m.Series.ID, m.Meeting.Recurrence, reason)
		}
	case WholeSeries:
		s.Title = planner.TitleSeriesCalledOff
		s.Do = func(ctx context.Context) error { return deps.Planner.Series.CallOff(ctx, m.Series.ID, reason) }
	default:
		s.Title = planner.TitleMeetingCancelled
		s.Do = func(ctx context.Context) error { return deps.Planner.Meetings.Cancel(ctx, m.Meeting.ID, reason) }
		s.Then = func() {
			if m.Invited {
				deps.Moved(m.Meeting.ID)
			}
		}
		return s
	}
	s.Then = func() { split(deps, m, nil) }
	return s
}

// declining completes what declines another's meeting, or all of their series; the answer that tells them comes after it.
func declining(deps Deps, m *Model, s forms.Saving, scope CancelScope, reason string) forms.Saving {
	of := m.Meeting.ID
	s.Title = planner.TitleMeetingDeclined
	s.Do = func(ctx context.Context) error { return deps.Planner.Meetings.Cancel(ctx, of, reason) }
	if scope == WholeSeries {
		of, s.Title = m.Series.ID, planner.TitleSeriesDeclined
		s.Do = func(ctx context.Context) error { return deps.Planner.Series.CallOff(ctx, of, reason) }
	}
	s.Then = func() { deps.Declined(of) }
	return s
}
