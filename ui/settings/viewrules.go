package settings

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// rules is the card of how the owner works. What is typed in it stays when the page is read anew, until it is kept by
// the button, by Enter, or by going elsewhere.
type rules struct {
	page   *Page
	words  *locale.Words // that the fields are written in
	shown  *core.Workspace
	saving forms.Once
	dirty  bool
	stop   func() // what is to be said a moment later; nil for nothing

	form   *forms.Form
	typing *forms.Typing // nil until it is known what was being typed before
	texts  []*kit.TextField
	times  core.Reminders
	chips  *fyne.Container // the field of the reminders
	notice *fyne.Container
	save   *kit.Button
	card   fyne.CanvasObject
}

// show puts a workspace's figures into the fields, unless others stand there that nobody has kept yet.
func (r *rules) show(ws *core.Workspace) fyne.CanvasObject {
	if r.card != nil && (r.dirty || r.shown.Rev == ws.Rev) {
		return r.card
	}
	r.words, r.shown, r.dirty, r.typing = r.page.deps.Words(), ws, false, nil
	r.build(RulesOf(ws))
	form := r.form
	r.page.deps.Typing(func(d forms.Draft) {
		if r.form == form {
			r.follow(d)
		}
	})
	return r.card
}

// follow keeps what is typed from now on, and shows what was typed before, unless somebody has begun to type.
func (r *rules) follow(d forms.Draft) {
	if r.dirty {
		d.Text = ""
	}
	r.typing = forms.Follow(r.form, d)
	if !r.typing.Restored() {
		return
	}
	r.notice.Objects = []fyne.CanvasObject{r.typing.Notice(r.card, func() {
		r.dirty = false
		r.save.Disable()
		r.right()
	})}
	r.notice.Refresh()
	r.touch()
	r.page.Relayout()
}

func (r *rules) build(in Rules) {
	p := r.page
	r.form, r.texts, r.notice = forms.NewForm(r.words), nil, kit.Stack(0)
	r.save = kit.NewButton(p.t("settings.save"), kit.Primary, r.keep).Writes()
	r.save.Disable()
	length := r.field("length", in.Length, "")
	r.times, r.chips = in.Reminders, kit.Stack(0)
	r.remind()
	forms.HoldAs(r.form, "reminder", func() core.Reminders { return r.times }, func(times core.Reminders) {
		r.times = times
		r.remind()
	})
	before, after := r.field("buffer_before", in.Before, p.t("settings.no_buffer")), r.field("buffer_after", in.After, p.t("settings.no_buffer"))
	weekly, monthly := r.field("weekly_hours", in.Weekly, p.t("settings.no_limit")), r.field("monthly_hours", in.Monthly, p.t("settings.no_limit"))
	journal := r.field("journal_days", in.Journal, "")
	journal.SetHint(p.t("settings.journal_hint"))
	r.card = kit.NewCard(p.t("settings.rules"), "", kit.Stack(12, r.notice,
		length, r.chips, kit.Columns(rulesBeside, nil, before, after), kit.Columns(340, nil, weekly, monthly),
		kit.NewText(p.t("settings.limits_hint"), kit.Caption()), journal, r.form.Rest(), left(r.save)))
}

// rulesBeside is how wide the card has to be in units for the names of the minutes before and after a meeting to stand whole beside
// each other: they differ in their last words alone.
const rulesBeside = 500

func (r *rules) field(path, text, hint string) *kit.TextField {
	f := forms.Put(r.form, kit.NewTextField(r.words.Label(path), hint, nil), path)
	f.SetText(text)
	f.OnChange(r.touch)
	f.OnSubmit(func(string) { r.keep() })
	r.texts = append(r.texts, f)
	return f
}

// remind shows the reminders that are chosen.
func (r *rules) remind() {
	field := forms.NewReminders(r.words, r.times, func(times core.Reminders) {
		r.times = times
		r.touch()
	})
	r.form.Drop("reminder")
	r.chips.Objects = []fyne.CanvasObject{forms.Put(r.form, field, "reminder")}
	r.chips.Refresh()
}

// touch notes that something was typed.
func (r *rules) touch() {
	r.dirty = true
	r.save.Enable()
	if r.typing != nil {
		r.typing.Touched()
	}
	r.check()
}

// sayAfter is how long somebody who types is left alone before what is wrong is said.
const sayAfter = 600 * time.Millisecond

// check says what is wrong with what is typed a moment after the last letter; that it is not kept is said at once.
func (r *rules) check() {
	was, form := *r.shown, r.form
	err := r.input().Apply(&was)
	r.quiet()
	r.page.deps.Wrong(err != nil)
	if err != nil {
		r.stop = r.page.deps.After(sayAfter, func() {
			if r.form == form && r.dirty {
				form.Tell(err)
			}
		})
	}
}

// right says that nothing that is typed is wrong.
func (r *rules) right() {
	r.quiet()
	r.page.deps.Wrong(false)
}

// quiet leaves unsaid what was to be said a moment later.
func (r *rules) quiet() {
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
}

func (r *rules) input() Rules {
	text := func(i int) string { return r.texts[i].Text() }
	return Rules{Length: text(0), Before: text(1), After: text(2), Weekly: text(3), Monthly: text(4), Journal: text(5), Reminders: r.times}
}

// keep saves what was typed; what is wrong is said below its field.
func (r *rules) keep() {
	if !r.dirty || !r.saving.Begin() {
		return
	}
	form := r.form
	r.page.deps.Rules(r.input(), r.typing.Dropping(), func(err error) {
		r.saving.End()
		if !form.Show(err) || r.form != form {
			return
		}
		r.dirty, r.card = false, nil
		r.right()
		if r.typing != nil {
			form.Settle()
			r.typing.End()
		}
		r.page.Refresh()
	})
}

// leave keeps what was typed when somebody goes elsewhere: nobody has to remember to. What can't be kept waits for the
// next time, and is said to.
func (r *rules) leave() {
	r.quiet()
	if !r.dirty {
		if r.typing != nil {
			r.typing.Pause()
		}
		r.typing, r.card = nil, nil
		return
	}
	in, typing := r.input(), r.typing
	r.dirty, r.typing, r.card = false, nil, nil
	if typing != nil {
		typing.Pause()
	}
	r.page.deps.Rules(in, typing.Dropping(), func(err error) {
		r.page.deps.Wrong(err != nil)
		if err != nil {
			r.page.deps.Unkept(err)
		}
	})
}
