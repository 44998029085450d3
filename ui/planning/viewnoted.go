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

// NotedDeps is what the dialog that notes a guest's answer asks of the window.
type NotedDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Draft   forms.Draft
	Save    forms.Saver
	Guests  []planner.GuestAnswer // of the meeting
	Names   map[core.ID]string
	Meeting core.ID
	Series  core.ID // to all of which guests were invited; zero for none
	Note    func(ctx context.Context, to, person core.ID, answer core.Answer, how string) error
}

// ShowNoted opens the dialog that notes what a guest said by telephone or in a chat: who, what, and how it came.
func ShowNoted(d NotedDeps) {
	w, form := d.Words, forms.NewForm(d.Words)
	names := make([]string, len(d.Guests))
	for i, g := range d.Guests {
		names[i] = d.Names[g.Person]
	}
	who := forms.Put(form, kit.NewSelect(w.Label("person"), names, 0, nil), "person", "email")
	var said []string
	for _, a := range core.Answers() {
		said = append(said, locale.Capital(w.Word(a)))
	}
	answer := kit.NewSegments(said, 0, nil)
	to := func() core.ID { return d.Meeting }
	content := []fyne.CanvasObject{who, answer}
	if !d.Series.IsZero() {
		scope := kit.NewSegments([]string{w.T("plan.only_this"), w.T("plan.whole_series")}, 0, nil)
		form.Keep("scope", scope)
		content = append(content, scope)
		to = func() core.ID { return []core.ID{d.Meeting, d.Series}[max(scope.Current(), 0)] }
	}
	how := forms.Put(form, kit.NewTextField(w.T("noted.how"), w.T("noted.how_hint"), nil), "words", "said")
	content = append(content, how, kit.NewText(w.T("noted.explain"), kit.Caption()), form.Rest())
	var open *shell.Open
	open = forms.Show(d.Dialogs, form, d.Draft, shell.Dialog{
		Title: w.T("noted.title"), Content: kit.Stack(10, content...), Confirm: w.T("rel.form_save"), Cancel: w.T("window.cancel"), First: how.Focusable(), Width: 560,
		OK: func() bool {
			d.Save(forms.Saving{Open: open, Form: form, Title: planner.TitleReplyNoted, Do: func(ctx context.Context) error {
				return d.Note(ctx, to(), d.Guests[max(who.Chosen(), 0)].Person, core.Answers()[max(answer.Current(), 0)], how.Text())
			}})
			return false
		},
	})
}
