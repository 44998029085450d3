package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/people"
	"mentorbook/ui/shell"
)

func (w *Window) peopleScreen() screen {
	return screen{
		name: screenPeople, nav: "people.title",
		badge:   func(t *planner.Today) string { return badge(t.People, false, w.words()) },
		page:    func(r shell.Route) shell.Page { return people.New(r.ID, w.peopleDeps()) },
		imports: map[string]func(string){".csv": w.importPeople, ".vcf": w.importPeople},
		commands: append(w.peopleFileCommands(), []shell.Command{
			{ID: "people", Title: "people.title", Reads: true, Keys: "Ctrl+2", Run: func() { w.shell.Go(shell.Route{Screen: screenPeople}) }},
			{ID: "people.merge_any", Title: "people.merge_any", Name: w.mergeName, Group: "people.title", Run: w.mergeAny},
			{ID: "person.new", Title: "people.new", Run: func() { w.personForm(core.Person{}, w.openPerson) }},
		}...),
	}
}

func (w *Window) peopleDeps() people.Deps {
	deps := people.Deps{
		Words: w.words, Canvas: w.shell.Canvas, Hidden: w.presenting, Offer: w.offering, Header: func() { w.shell.RefreshHeader() },
		Directory: func(done func(*planner.Directory)) { work(w, "people", w.cfg.Planner.People.Directory, done) },
		File: func(id core.ID, done func(*planner.PersonFile)) {
			read := func(ctx context.Context) (*planner.PersonFile, error) { return w.cfg.Planner.People.File(ctx, id) }
			work(w, "person", veiledFor(w, core.Ref{Kind: core.KindPerson, ID: id}, read), done)
		},
		Here: func(id core.ID) { w.shell.Router.Rename(shell.Route{Screen: screenPeople, ID: id}) },
		Form: w.editPerson, Consent: w.noteConsent,
		Note: w.personNote, DropNote: w.dropNote,
		Action: w.editAction, Tick: func(id core.ID) { w.tick(id, true) },
		Delete: w.deletePerson, Erase: w.erasePerson,
		Archive: func(p *core.Person, on bool) {
			w.step("person", func(ctx context.Context) error {
				return w.cfg.Planner.People.Change(ctx, p.ID, func(p *core.Person) error {
					p.Archived = on
					return nil
				})
			}, planner.TitlePersonChanged)
		},
		Actions: func() []fyne.CanvasObject {
			return []fyne.CanvasObject{w.shell.Commands.Button("people.import", kit.Plain)}
		},
		More: w.peopleMenu,
		Menu: w.personMenu,
	}
	if w.has(screenRelationship) {
		deps.Open = w.openRelationship
		deps.Relate = func(p *core.Person) { w.newRelationship(p.ID) }
	}
	return deps
}

func (w *Window) openPerson(id core.ID) {
	w.shell.Go(shell.Route{Screen: screenPeople, ID: id})
}

// editPerson opens the form of somebody; nil is a new person.
func (w *Window) editPerson(p *core.Person) {
	if p == nil {
		w.personForm(core.Person{}, w.openPerson)
		return
	}
	w.personForm(*p, nil)
}

// noteConsent opens it where somebody's consent is noted.
func (w *Window) noteConsent(p *core.Person) { w.personFormAt(*p, true, nil) }

func (w *Window) personForm(p core.Person, then func(core.ID)) { w.personFormAt(p, false, then) }

func (w *Window) personFormAt(p core.Person, consent bool, then func(core.ID)) {
	of, field := core.Ref{}, draftPersonNew
	if !p.ID.IsZero() {
		of, field = core.RefOf(&p), draftPerson
	}
	w.typing(of, field, func(d forms.Draft) {
		work(w, "person.form", func(ctx context.Context) (core.Date, error) {
			if !p.ID.IsZero() {
				if _, err := w.cfg.Planner.People.Get(ctx, p.ID); err != nil { // gone since they were shown: said before a word is typed
					return core.Date{}, err
				}
			}
			return w.cfg.Planner.TodayDate(ctx)
		}, func(today core.Date) {
			people.ShowForm(people.FormDeps{
				Words: w.words(), Dialogs: w.shell.Dialogs, Today: today, Save: w.save, Draft: d, Consent: consent, Add: w.cfg.Planner.People.Add, Change: w.cfg.Planner.People.Change,
			}, p, then)
		})
	})
}

// personMenu is what other features do with a person, what is done most first.
func (w *Window) personMenu(p *core.Person, owner bool) []kit.MenuEntry {
	var out []kit.MenuEntry
	if email := p.Email(); email != "" {
		out = append(out, kit.MenuEntry{Text: w.words().T("people.copy_email"), Run: func() {
			fyne.CurrentApp().Clipboard().SetContent(email)
			w.shell.Toast(w.words().T("people.copied", "text", email))
		}})
	}
	if !owner {
		out = append(out, kit.MenuEntry{Text: w.words().T("people.relate"), Run: func() { w.newRelationship(p.ID) }})
	}
	if w.has(screenCalendar) {
		out = append(out, kit.MenuEntry{Text: w.words().T("people.days_off"), Run: func() { w.importDaysOff(p) }})
	}
	return append(out, kit.MenuEntry{Text: w.words().T("people.merge"), Run: func() { w.mergePeople(p) }})
}

// deletePerson deletes somebody, and says in the message with Undo what went with them.
func (w *Window) deletePerson(p *core.Person) {
	work(w, "person.delete", func(ctx context.Context) (planner.Deletion, error) {
		return w.cfg.Planner.People.DeletionOf(ctx, p.ID)
	}, func(d planner.Deletion) {
		if w.heldBack(d) {
			return
		}
		w.deleteWith(core.KindPerson, d, planner.TitlePersonDeleted, func(ctx context.Context) error { return w.cfg.Planner.People.Delete(ctx, p.ID) })
	})
}

// erasePerson takes somebody out for good. It asks always, and says what goes with them as a deletion does: there is no way
// back.
func (w *Window) erasePerson(p *core.Person) {
	t := w.words().T
	work(w, "person.erase", func(ctx context.Context) (planner.Deletion, error) {
		return w.cfg.Planner.People.DeletionOf(ctx, p.ID)
	}, func(d planner.Deletion) {
		if w.heldBack(d) {
			return
		}
		content := append(w.touchedBy(d, core.KindPerson), kit.NewText(t("people.erase_about"), kit.Body()))
		w.shell.Dialogs.Show(shell.Dialog{
			Title: t("people.erase_title", "name", p.Name), Content: kit.Stack(6, content...), Confirm: t("people.erase_do"), Cancel: t("window.cancel"), Danger: true,
			OK: func() bool { w.eraseNow(p.ID); return true },
		})
	})
}

func (w *Window) eraseNow(person core.ID) {
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		return nil, w.cfg.Planner.People.Erase(ctx, person)
	}, func(_ *planner.Step, err error) {
		if err != nil {
			w.shell.Fail(err)
			return
		}
		w.shell.Toast(w.t("people.erased"))
	})
}

// deleteWith deletes a thing of a kind with all that belongs to it. Nobody is asked before, for Undo brings everything back:
// the message that offers it says what else went, and what was left without its link.
func (w *Window) deleteWith(kind core.Kind, d planner.Deletion, title planner.Title, do func(context.Context) error) {
	w.stepThen(do, title, func(err error) {
		if err != nil {
			return
		}
		for _, touched := range []struct {
			key   string
			lines []string
		}{{"delete.went", w.countedKinds(d.Takes, kind)}, {"delete.left", w.countedKinds(d.Leaves, "")}} {
			if len(touched.lines) > 0 {
				w.shell.AddToUndo(w.t(touched.key, "what", w.words().List(touched.lines)))
			}
		}
	})
}

// touchedBy lists what else a deletion of a thing of a kind takes along and what it leaves behind; empty for nothing.
func (w *Window) touchedBy(d planner.Deletion, kind core.Kind) []fyne.CanvasObject {
	var content []fyne.CanvasObject
	list := func(head string, lines []string) {
		if len(lines) > 0 {
			content = append(content, kit.NewText(w.words().T(head), kit.Body()), kit.Pad(0, 0, 6, 12, kit.NewText(w.words().List(lines), kit.Strong())))
		}
	}
	list("delete.takes", w.countedKinds(d.Takes, kind))
	list("delete.leaves", w.countedKinds(d.Leaves, ""))
	return content
}

// countedKinds says how many records of each kind there are, in the order that kinds have, one of a kind taken off.
func (w *Window) countedKinds(counts map[core.Kind]int, but core.Kind) []string {
	var out []string
	for _, kind := range core.Kinds() {
		n := counts[kind]
		if kind == but {
			n--
		}
		if n > 0 {
			out = append(out, w.words().Count(kind, n))
		}
	}
	return slices.Clip(out)
}
