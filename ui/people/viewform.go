package people

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// FormDeps is what the form of a person asks of the window.
type FormDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Save    forms.Saver
	Draft   forms.Draft
	Consent bool // it was opened to note consent: that is in sight, and has the focus
	Add     func(ctx context.Context, p core.Person) (*core.Person, error)
	Change  func(ctx context.Context, id core.ID, edit func(*core.Person) error) error
}

// personForm is the dialog with all fields of a person.
type personForm struct {
	deps FormDeps
	was  core.Person
	then func(core.ID)
	form *forms.Form
	open *shell.Open

	name, address, given, middle, family *kit.TextField
	organisation, job, origin            *kit.TextField
	emails, phones, links                *kit.TextField
	pronoun, language                    *kit.Select
	zone                                 *kit.Combo
	from, to                             *kit.TimeField
	birthday, consentOn                  *kit.DateField
	consent                              *kit.CheckBox
	consentWords                         *kit.TextField
}

// ShowForm opens the form: of a new person where p has no id, with what is known of them filled in; of a known
// one otherwise. then is told who it was once they are kept; it may be nil.
func ShowForm(deps FormDeps, p core.Person, then func(core.ID)) {
	f := &personForm{deps: deps, was: p, then: then, form: forms.NewForm(deps.Words)}
	f.names()
	f.contact()
	f.rest()
	title, confirm := deps.Words.T("people.form_edit", "name", p.Name), deps.Words.T("people.form_save")
	if p.ID.IsZero() {
		title, confirm = deps.Words.T("people.form_new"), deps.Words.T("people.form_add")
		f.form.New()
	}
	content, first := f.layout(), f.name.Focusable()
	if deps.Consent {
		f.form.Unfold(f.consentOn)
		first = f.consent
	}
	f.open = forms.Show(deps.Dialogs, f.form, deps.Draft, shell.Dialog{
		Title: title, Content: content, Confirm: confirm, Cancel: deps.Words.T("window.cancel"), OK: f.save, First: first, Width: 660,
	})
}

func (f *personForm) line(text, path string) *kit.TextField {
	field := kit.NewTextField(f.deps.Words.Label(path), "", nil)
	field.SetText(text)
	return forms.Put(f.form, field, path)
}

func (f *personForm) area(lines []string, path string) *kit.TextField {
	field := kit.NewTextArea(f.deps.Words.Label(path), f.deps.Words.T("people.one_a_line"), 2, nil)
	field.SetText(strings.Join(lines, "\n"))
	return forms.Put(f.form, field, path)
}

func (f *personForm) names() {
	p := f.was
	f.name = kit.NewTextField(f.deps.Words.T("people.name"), "", nil) // the word for any record's name would fit a company too
	f.name.SetText(p.Name)
	forms.Put(f.form, f.name, "name")
	f.address, f.given, f.middle, f.family = f.line(p.Address, "address_as"), f.line(p.GivenName, "given_name"), f.line(p.MiddleName, "middle_name"), f.line(p.FamilyName, "family_name")
	f.organisation, f.job, f.origin = f.line(p.Organisation, "organisation"), f.line(p.JobTitle, "job_title"), f.line(p.Origin, "origin")
	w := f.deps.Words
	names := []string{w.T("people.no_pronoun")}
	for _, one := range pronouns()[1:] {
		names = append(names, w.Word(one))
	}
	f.pronoun = forms.Put(f.form, kit.NewSelect(w.Label("pronoun"), names, slices.Index(pronouns(), p.Pronoun), nil), "pronoun")
}

func pronouns() []core.Pronoun {
	return []core.Pronoun{"", core.PronounShe, core.PronounHe, core.PronounThey}
}

func languages() []core.Language { return []core.Language{"", core.English, core.Russian} }

func (f *personForm) contact() {
	p, w := f.was, f.deps.Words
	f.emails, f.phones, f.links = f.area(p.Emails, "emails"), f.area(p.Phones, "phones"), f.area(p.Links, "links")
	f.zone = forms.Put(f.form, forms.Zone(w, p.Zone, nil), "zone")
	names := []string{w.T("people.unknown")}
	for _, one := range languages()[1:] {
		names = append(names, w.Word(one))
	}
	f.language = forms.Put(f.form, kit.NewSelect(w.Label("language"), names, slices.Index(languages(), p.Language), nil), "language")
	from, to := -1, -1
	if !p.Quiet.IsZero() {
		from, to = p.Quiet.From%(24*60), p.Quiet.To%(24*60)
	}
	evening, morning := words.Times(w), words.Times(w)
	evening.Hint, morning.Hint = w.T("picker.such_as", "what", w.Time(21, 0)), w.T("picker.such_as", "what", w.Time(8, 0))
	evening.Missing, morning.Missing = "", "" // neither is needed; that one goes with the other is said when both are kept
	f.from = forms.Put(f.form, kit.NewTimeField(w.T("people.quiet_from"), from, evening, nil), "quiet.from")
	f.to = forms.Put(f.form, kit.NewTimeField(w.T("people.quiet_to"), to, morning, nil), "quiet.to")
}

func (f *personForm) rest() {
	p, w := f.was, f.deps.Words
	born := words.Dates(w)
	born.Hint = w.T("picker.such_as", "what", w.Date(core.NewDate(1990, 3, 14)))
	f.birthday = forms.Put(f.form, kit.NewDateField(w.Label("birthday"), p.Birthday, f.deps.Today, born, nil), "birthday")
	f.consentOn = forms.Put(f.form, kit.NewDateField(w.Label("consent.on"), p.Consent.On, f.deps.Today, words.Dates(w), nil), "consent.on")
	f.consentWords = f.line(p.Consent.Words, "consent.words")
	f.consentWords.SetPlaceholder(w.T("people.consent_hint"))
	f.consent = kit.NewCheckBox(w.T("people.consent_box"), p.Consent.Given, func(on bool) {
		if v, _ := f.consentOn.Value(); on && v.IsZero() {
			f.consentOn.SetValue(f.deps.Today)
		}
		f.showConsent()
	})
	f.form.Keep("consent", f.consent)
	f.showConsent()
}

func (f *personForm) showConsent() {
	f.consentOn.Hidden, f.consentWords.Hidden = !f.consent.On(), !f.consent.On()
	f.consentOn.Refresh()
	f.consentWords.Refresh()
	kit.Relayout(f.consent)
}

// layout shows what matters of nearly everybody, and keeps the rest behind a button.
func (f *personForm) layout() fyne.CanvasObject {
	w := f.deps.Words
	head := func(key string) fyne.CanvasObject {
		return kit.Pad(8, 0, 0, 0, kit.NewText(w.T(key), kit.Strong()))
	}
	seldom := []forms.Field{
		f.given, f.family, f.middle, f.address, f.pronoun, f.birthday, f.from, f.to, f.phones, f.links, f.origin, f.consentOn, f.consentWords,
	}
	return kit.Stack(
		10,
		f.name, f.emails, forms.Two(f.zone, f.language), forms.Two(f.job, f.organisation),
		f.form.Fold(w.T("people.form_unfold"), seldom, f.toldMore,
			head("people.form_names"), forms.Two(f.given, f.family), forms.Two(f.middle, f.address),
			head("people.form_more"), forms.Two(f.pronoun, f.birthday), forms.Two(f.from, f.to), forms.Two(f.phones, f.links), f.origin,
			head("people.form_consent"), f.consent, forms.Two(f.consentOn, f.consentWords)),
		f.form.Rest(),
	)
}

// toldMore tells whether something stands in the fields behind the button, be it what they can't read.
func (f *personForm) toldMore() bool {
	t, wrong := f.typed()
	return len(wrong) > 0 || t.More()
}

// typed reads the fields, and says which of them hold what they can't read.
func (f *personForm) typed() (t Typed, wrong []error) {
	zone, known := f.zone.Value()
	if !known {
		wrong = append(wrong, core.FailField(core.CodeBadZone, "zone"))
	}
	birthday, ok := f.birthday.Value()
	if !ok {
		wrong = append(wrong, core.FailField(core.CodeBadDate, "birthday"))
	}
	on, ok := f.consentOn.Value()
	if !ok && f.consent.On() {
		wrong = append(wrong, core.FailField(core.CodeBadDate, "consent.on"))
	}
	t = Typed{
		Name: f.name.Text(), Given: f.given.Text(), Middle: f.middle.Text(), Family: f.family.Text(), Address: f.address.Text(),
		Pronoun: pronouns()[max(f.pronoun.Chosen(), 0)], Emails: forms.Lines(f.emails.Text()), Phones: forms.Lines(f.phones.Text()), Links: forms.Lines(f.links.Text()),
		Zone: core.Zone(zone.Key), Language: languages()[max(f.language.Chosen(), 0)], Birthday: birthday,
		Organisation: f.organisation.Text(), JobTitle: f.job.Text(), Origin: f.origin.Text(),
		Consent: core.Consent{Given: f.consent.On(), On: on, Words: f.consentWords.Text()},
	}
	for path, field := range map[string]*kit.TimeField{"quiet.from": f.from, "quiet.to": f.to} {
		if _, ok := field.Value(); !ok && !field.Empty() {
			wrong = append(wrong, core.FailField(core.CodeBadTime, path))
		}
	}
	t.QuietFrom, _ = f.from.Value()
	t.QuietTo, _ = f.to.Value()
	return t, wrong
}

func (f *personForm) save() bool {
	t, wrong := f.typed()
	p := f.was
	if !f.form.Show(errors.Join(append(wrong, t.Apply(&p))...)) {
		return false
	}
	title, do := planner.TitlePersonChanged, func(ctx context.Context) error {
		return f.deps.Change(ctx, p.ID, func(kept *core.Person) error { return t.Apply(kept) })
	}
	if p.ID.IsZero() {
		title, do = planner.TitlePersonAdded, func(ctx context.Context) error {
			kept, err := f.deps.Add(ctx, p)
			if err == nil {
				p.ID = kept.ID
			}
			return err
		}
	}
	f.deps.Save(forms.Saving{Open: f.open, Form: f.form, Title: title, Do: do, Then: func() {
		if f.then != nil {
			f.then(p.ID)
		}
	}})
	return false
}
