package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"mentorbook/storage/disktest"
)

// bad is one input that nobody can take: how it is handed over, and what its refusal names: the line or the
// field, and the file where there is more than one.
type bad struct {
	name    string
	args    []string
	content string
	says    map[string]string // in each language a part of the line
	told    bool              // on stdout, line by line: others of the file would be taken
}

func says(en, ru string) map[string]string { return map[string]string{"en": en, "ru": ru} }

func badInputs() []bad {
	people := func(file string) []string { return []string{"people", "import", file} }
	meetings := []string{"import-table", "meetings", "in.csv"}
	rubbish := garbage()
	wide := "Name" + strings.Repeat(",x", 500) + "\nAnn Lee" + strings.Repeat(",y", 500) + "\n"
	return []bad{
		{
			name: "empty name in a card", args: people("in.vcf"), told: true, says: says("line 1: skipped: There is no name", "строка 1: пропущено: Нет ни имени"),
			content: "BEGIN:VCARD\nVERSION:3.0\nFN:\nEND:VCARD\n",
		},
		{
			name: "empty name in a table", args: meetings, told: true, says: says("line 2: skipped: Column “Who”: fill this in", "строка 2: пропущено: Столбец «Who»: заполните"),
			content: "Who,Date\n,2026-01-01\n",
		},
		{
			name: "unknown zone", args: meetings, told: true, says: says("line 2: skipped: Amina — Column “Zone”: “Mars/Olympus”", "строка 2: пропущено: Amina — Столбец «Zone»: «Mars/Olympus»"),
			content: "Who,Date,Time,Zone\nAmina,2026-01-01,10:00,Mars/Olympus\n",
		},
		{
			name: "end before start", args: meetings, told: true, says: says("line 2: skipped: Amina — Column “End”: the end must be later", "строка 2: пропущено: Amina — Столбец «End»: конец должен быть позже"),
			content: "Who,Date,Time,End date,End\nAmina,2026-01-02,10:00,2026-01-01,09:00\n",
		},
		{
			name: "a note of more than a million letters", args: meetings, told: true, says: says("line 2: skipped: Amina — The cell under “Notes” is too long", "строка 2: пропущено: Amina — Ячейка под заголовком «Notes» слишком длинная"),
			content: "Who,Date,Notes\nAmina,2026-01-01," + strings.Repeat("я", 1_000_001) + "\n",
		},
		{
			name: "a card's note of more than a million letters", args: people("in.vcf"), told: true, says: says("line 1: skipped: Ann Lee — Notes: too long", "строка 1: пропущено: Ann Lee — Заметки: слишком длинно"),
			content: "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nNOTE:" + strings.Repeat("x", 1_000_001) + "\nEND:VCARD\n",
		},
		{
			name: "a card cut in half", args: people("in.vcf"), told: true, says: says("line 1: skipped: Half — The card starts here and never ends", "строка 1: пропущено: Half — Карточка здесь начинается"),
			content: "BEGIN:VCARD\nVERSION:3.0\nFN:Half",
		},
		{
			name: "contacts of another shape", args: people("in.csv"), says: says("(headings: no, heading, that)", "(заголовки: no, heading, that)"),
			content: "no,heading,that\nany,body,knows\n",
		},
		{
			name: "a table of another shape", args: meetings, says: says("No heading “with” in line 1", "В строке 1 нет заголовка «с кем»"),
			content: "no,heading,that\nany,body,knows\n",
		},
		{
			name: "headings twice in contacts", args: people("in.csv"), says: says("The heading “Name” appears twice (line 1)", "Заголовок «Name» встречается дважды (строка 1)"),
			content: "Name,Name,E-mail\nA,B,c@d.example\n",
		},
		{
			name: "headings twice in a table", args: meetings, says: says("The heading “Date” appears twice (line 1)", "Заголовок «Date» встречается дважды (строка 1)"),
			content: "Who,Date,Date\nAmina,2026-01-01,2026-01-02\n",
		},
		{
			name: "the headings once more", args: meetings, told: true, says: says("line 2: skipped: The headings again", "строка 2: пропущено: Повтор строки заголовков"),
			content: "Who,Date\nWho,Date\n",
		},
		{
			name: "a hundred columns and none of them ours", args: meetings, says: says("No heading “with” in line 1", "В строке 1 нет заголовка «с кем»"),
			content: "a" + strings.Repeat(",b", 99) + "\nc" + strings.Repeat(",d", 99) + "\n",
		},
		{name: "five hundred columns", args: people("in.csv"), says: says("Line 1 has too many columns", "В строке 1 слишком много столбцов"), content: wide},
		{name: "50 MB of garbage as contacts", args: people("in.csv"), says: says("in.csv is too large", "Файл in.csv слишком большой"), content: rubbish},
		{name: "50 MB of garbage as cards", args: people("in.vcf"), says: says("in.vcf is too large", "Файл in.vcf слишком большой"), content: rubbish},
		{name: "50 MB of garbage as a table", args: meetings, says: says("in.csv is too large", "Файл in.csv слишком большой"), content: rubbish},
		{name: "a megabyte of garbage as a table", args: meetings, says: says("This is not a text file (line 2)", "Это не текст (строка 2)"), content: rubbish[:1<<20]},
		{name: "nothing at all", args: meetings, says: says("The file is empty", "Файл пуст"), content: ""},
	}
}

// garbage is the same 50 MB whenever it is asked for.
func garbage() string {
	out := make([]byte, 50<<20)
	chance := rand.NewChaCha8([32]byte{1})
	_, _ = chance.Read(out) // never fails
	return string(out)
}

// TestBadInput hands over, in both languages, what nobody can take: the refusal is one line that names the line or
// the field, and the workspace is to the byte what it was.
func TestBadInput(t *testing.T) {
	t.Chdir(t.TempDir())
	if code, _, e := ctl(t, "-w", "w", "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	before := whole(t, "w")
	for _, b := range badInputs() {
		t.Run(b.name, func(t *testing.T) {
			file := b.args[len(b.args)-1]
			if err := os.WriteFile(file, []byte(b.content), 0o600); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(file)
			for lang, part := range b.says {
				code, out, line := ctl(t, append([]string{"-w", "w", "--lang", lang}, b.args...)...)
				where := line
				if b.told {
					where = out
				}
				if !strings.Contains(where, part) || code != exitRefused || len(out)+len(line) > 2000 {
					t.Errorf("exit %d, stdout %.500q, stderr %.500q; want %q", code, out, line, part)
				}
				oneLine(t, line, false)
			}
			if whole(t, "w") != before {
				t.Error("the workspace is not what it was")
			}
		})
	}
}

func oneLine(t *testing.T, line string, none bool) {
	t.Helper()
	if n := strings.Count(line, "\n"); none && n != 0 || !none && (n != 1 || !strings.HasPrefix(line, "mentorctl: ")) || strings.Contains(line, "goroutine") {
		t.Errorf("not one line: %q", line)
	}
}

// whole gives everything that a workspace holds.
func whole(t *testing.T, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "x.json")
	if code, _, e := ctl(t, "-w", path, "export", to); code != exitDone {
		t.Fatal(e)
	}
	raw, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// nobody is an id that nothing has.
const nobody = "01a1f7f8-0000-7000-8000-000000000000"

// TestBadExport changes one record of an export in a way that no record can be: the import names the record and
// the field, and leaves no file behind.
func TestBadExport(t *testing.T) {
	t.Chdir(t.TempDir())
	if code, _, e := ctl(t, "-w", "w", "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	if err := os.WriteFile("stranger.csv", []byte("Name\nNobody Known\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, e := ctl(t, "-w", "w", "people", "import", "stranger.csv"); code != exitDone {
		t.Fatal(e)
	}
	good := whole(t, "w")
	stranger := idOf(t, good, "person", "name", "Nobody Known")
	rels := []string{idOf(t, good, "relationship", "", "")}
	for name, c := range map[string]struct {
		kind string
		edit func(map[string]any)
		says map[string]string
	}{
		"empty name":       {"person", func(r map[string]any) { r["name"] = "" }, says("Record 2 (person …5783ae): Name is empty", "Запись 2 (человек …5783ae): Имя: пусто")},
		"unknown zone":     {"meeting", func(r map[string]any) { r["zone"] = "Mars/Olympus" }, says("Time zone: “Mars/Olympus”", "Часовой пояс: «Mars/Olympus»")},
		"end before start": {"meeting", func(r map[string]any) { r["end"] = "2020-01-01T10:00" }, says("The end must be later", "Конец должен быть позже")},
		"long note":        {"note", func(r map[string]any) { r["text"] = strings.Repeat("x", 1_000_001) }, says("Text: too long", "Текст: слишком длинно")},
		"unknown field":    {"goal", func(r map[string]any) { r["mood"] = 1 }, says("unknown field mood", "незнакомое поле mood")},
		"no figure":        {"action", func(r map[string]any) { r["title"] = 5 }, says("Title: ", "Название: ")},
		"no id":            {"skill", func(r map[string]any) { delete(r, "id") }, says("Id is empty", "Идентификатор: пусто")},
		"owner gone":       {"action", func(r map[string]any) { r["owner"] = nobody }, says("Owner: not found: person", "не найдено: человек")},
		"goal gone":        {"action", func(r map[string]any) { r["goal"] = nobody }, says("Goal: not found: goal", "Цель: не найдено: цель")},
		"series gone":      {"meeting", func(r map[string]any) { r["series"] = nobody }, says("Series: not found: series", "Серия: не найдено: серия")},
		"reader gone":      {"goal", func(r map[string]any) { r["visibility"] = map[string]any{"readers": []string{nobody}} }, says("Readers: not found: person", "Кто видит: не найдено: человек")},
		"nobody's":         {"workspace", func(r map[string]any) { r["owner"] = nobody }, says("Record 1 (workspace …", "Запись 1 (рабочее пространство …")},
		"item gone":        {"release", func(r map[string]any) { r["item"] = map[string]any{"kind": "goal", "id": nobody} }, says("Released item: not found: goal", "не найдено: цель")},
		"owner outside": {"action", func(r map[string]any) {
			r["owner"], r["relationships"] = stranger, rels
		}, says("Owner: not in this relationship", "Ответственный: нет среди участников")},
		"goal outside":  {"goal", func(r map[string]any) { r["person"], r["relationships"] = stranger, rels }, says("not in this relationship", "нет среди участников")},
		"skill outside": {"skill", func(r map[string]any) { r["person"], r["relationships"] = stranger, rels }, says("not in this relationship", "нет среди участников")},
		"asker outside": {"question", func(r map[string]any) { r["asker"], r["relationship"] = stranger, rels[0] }, says("not in this relationship", "нет среди участников")},
		"guest outside": {"meeting", func(r map[string]any) { r["attendance"] = []any{map[string]any{"person": stranger, "came": true}} }, says("not in this relationship", "нет среди участников")},
		"item's outside": {"meeting", func(r map[string]any) {
			r["agenda"] = []any{map[string]any{"id": nobody, "text": "x", "owner": stranger}}
		}, says("not in this relationship", "нет среди участников")},
		"level too high":   {"assessment", func(r map[string]any) { r["level"] = 10 }, says("Level: ", "Уровень: ")},
		"another's word":   {"release", func(r map[string]any) { r["person"] = stranger; r["said"].(map[string]any)["by"] = stranger }, says("somebody else’s words", "чужие слова")},
		"never":            {"series", func(r map[string]any) { r["rule"] = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, says("Recurrence: ", "Повторение: ")},
		"off its rule":     {"series", func(r map[string]any) { r["rule"] = "FREQ=WEEKLY;BYDAY=SU" }, says("Recurrence: ", "Повторение: ")},
		"a bad start":      {"meeting", func(r map[string]any) { r["start"] = "2026-13-01T10:00" }, says("Start: “2026-13-01T10:00” is not a time", "Начало: «2026-13-01T10:00» — не время")},
		"by the second":    {"series", func(r map[string]any) { r["rule"] = "FREQ=SECONDLY" }, says("FREQ=SECONDLY", "FREQ=SECONDLY")},
		"a different kind": {"assessment", func(r map[string]any) { r["skill"] = r["said"].(map[string]any)["by"] }, says("Skill: not found: skill", "Навык: не найдено: навык")},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile("in.json", []byte(edited(t, good, c.kind, c.edit)), 0o600); err != nil {
				t.Fatal(err)
			}
			for lang, part := range c.says {
				code, out, line := ctl(t, "-w", "new", "--lang", lang, "import", "in.json")
				if code != exitRefused || out != "" || !strings.Contains(line, part) {
					t.Errorf("exit %d, stdout %q, stderr %q; want %q", code, out, line, part)
				}
				oneLine(t, line, false)
				if found, _ := filepath.Glob("new*"); len(found) > 0 {
					t.Errorf("left behind: %v", found)
				}
			}
		})
	}
	for name, content := range map[string]string{"no UTF-8": strings.Replace(good, "Nobody Known", "Nobody\xff", 1), "half a letter": strings.Replace(good, "Nobody Known", `Nobody\ud83d`, 1), "a field twice": strings.Replace(good, `"name":"Nobody Known"`, `"name":"Nobody","name":"Nobody Known"`, 1)} {
		if err := os.WriteFile("in.json", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, line := ctl(t, "-w", "new", "--lang", "en", "import", "in.json")
		oneLine(t, line, false)
		if tail := stranger[len(stranger)-6:]; code != exitRefused || !strings.Contains(line, "(person …"+tail+"): Name: ") {
			t.Errorf("%s: exit %d, %q", name, code, line)
		}
	}
	for name, content := range map[string]string{"cut": good[:len(good)/2], "garbage": garbage(), "empty": "", "array": "[]", "not a record": strings.Replace(good, `"records":[`, `"records":[null,`, 1), "capitals": strings.Replace(good, `"name":"Nobody Known"`, `"NAME":"Nobody Known"`, 1), "version 0": strings.Replace(good, `"version":1`, `"version":0`, 1)} {
		if err := os.WriteFile("in.json", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, line := ctl(t, "-w", "new", "--lang", "en", "import", "in.json")
		oneLine(t, line, false)
		if found, _ := filepath.Glob("new*"); code != exitRefused || len(found) > 0 || strings.Contains(line, "newer") || strings.Contains(line, "{") {
			t.Errorf("%s: exit %d, %q, left %v", name, code, line, found)
		}
	}
}

// idOf gives the id of the first record of a kind, or of that which says something in a field.
func idOf(t *testing.T, export, kind, field, says string) (id string) {
	t.Helper()
	for line := range strings.Lines(export) {
		var one struct {
			Kind   string         `json:"kind"`
			Record map[string]any `json:"record"`
		}
		if json.Unmarshal([]byte(strings.TrimRight(line, ",\n")), &one) == nil && one.Kind == kind && (field == "" || one.Record[field] == says) {
			return one.Record["id"].(string)
		}
	}
	t.Fatalf("no %s %s", kind, says)
	return ""
}

// edited gives an export with the first record of a kind changed.
func edited(t *testing.T, export, kind string, edit func(map[string]any)) string {
	t.Helper()
	var whole struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
		Records []struct {
			Kind   string         `json:"kind"`
			Record map[string]any `json:"record"`
		} `json:"records"`
	}
	if err := json.Unmarshal([]byte(export), &whole); err != nil {
		t.Fatal(err)
	}
	for _, r := range whole.Records {
		if r.Kind == kind {
			edit(r.Record)
			break
		}
	}
	raw, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestBadWorkspace opens what is no workspace, or one that can't be used, in both languages.
func TestBadWorkspace(t *testing.T) {
	t.Chdir(t.TempDir())
	if code, _, e := ctl(t, "-w", "newer", "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	makeNewer(t, "newer")
	for name, make := range map[string]func() error{
		"folder":  func() error { return os.Mkdir("folder", 0o700) },
		"text":    func() error { return os.WriteFile("text", bytes.Repeat([]byte("no workspace\n"), 1000), 0o600) },
		"empty":   func() error { return os.WriteFile("empty", nil, 0o600) },
		"garbage": func() error { return os.WriteFile("garbage", []byte(garbage()), 0o600) },
		"loop":    func() error { return os.Symlink("loop", "loop") },
	} {
		if err := make(); err != nil {
			t.Fatal(name, err)
		}
	}
	for name, part := range map[string]map[string]string{
		"folder": says("folder is a folder", "это папка"), "text": says("not a Mentorbook file", "не файл Mentorbook"),
		"empty": says("empty is empty", "Файл empty пуст"), "garbage": says("not a Mentorbook file", "не файл Mentorbook"),
		"newer": says("newer", "более новой"), "loop": says("leads back to itself", "ведёт на саму себя"), "missing": says("missing", "missing"),
	} {
		before, _ := os.ReadFile(name)
		for lang, want := range part {
			for _, args := range [][]string{{"list", "people"}, {"undo"}, {"backup"}} {
				code, out, line := ctl(t, append([]string{"-w", name, "--lang", lang}, args...)...)
				if code != exitRefused || out != "" || !strings.Contains(line, want) || !strings.Contains(line, name) {
					t.Errorf("%s %v: exit %d, stdout %q, stderr %q", name, args, code, out, line)
				}
				oneLine(t, line, false)
			}
		}
		if after, _ := os.ReadFile(name); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", name)
		}
	}
}

// makeNewer gives a workspace the schema of a version to come.
func makeNewer(t *testing.T, path string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bbolt.Tx) error {
		sum := crc32.Checksum([]byte("meta"+"schema"+"99"), crc32.MakeTable(crc32.Castagnoli))
		return tx.Bucket([]byte("meta")).Put([]byte("schema"), append(binary.BigEndian.AppendUint32([]byte{1, 0}, sum), "99"...))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestFullDisk works on a file system of 4 MB until it is full: each command that meets the end says so in one
// line, and the workspace stays what it was.
func TestFullDisk(t *testing.T) {
	dir := disktest.Mounted(t, "size=4m")
	file := filepath.Join(dir, "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	before := whole(t, file)
	// A sample that begins and finds no room to end leaves no file behind.
	half := filepath.Join(dir, "half")
	if code, _, line := ctl(t, "-w", half, "--lang", "en", "demo", "--relationships", "200"); code != exitRefused || !strings.Contains(strings.ToLower(line), "not enough disk space") {
		t.Errorf("a large sample: exit %d, %q", code, line)
	}
	if left, _ := filepath.Glob(half + "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	big := filepath.Join(t.TempDir(), "big.csv")
	if err := os.WriteFile(big, []byte("action,notes\none,"+strings.Repeat("x", 900_000)+"\ntwo,"+strings.Repeat("y", 900_000)+"\nthree,"+strings.Repeat("z", 900_000)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	disktest.Fill(t, filepath.Join(dir, "ballast"))
	for _, args := range [][]string{
		{"import-table", "actions", big},
		{"backup", filepath.Join(dir, "copy")},
		{"backup"},
		{"export", filepath.Join(dir, "x.json")},
		{"people", "export", filepath.Join(dir, "p.vcf")},
		{"-w", filepath.Join(dir, "second"), "demo"},
	} {
		for lang, part := range says("not enough disk space", "нет места") {
			code, _, line := ctl(t, append([]string{"-w", file, "--lang", lang}, args...)...)
			if code != exitRefused || !strings.Contains(strings.ToLower(line), part) {
				t.Errorf("%v: exit %d, %q", args, code, line)
			}
			oneLine(t, line, false)
		}
	}
	if whole(t, file) != before {
		t.Error("the workspace is not what it was")
	}
	for _, name := range []string{"copy", "x.json", "p.vcf", "second", "w.backups"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s was left behind", name)
		}
	}
}
