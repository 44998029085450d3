// Package icaltest asks other programs what they make of our calendar files and e-mails: libical, Python's
// icalendar and email packages, and khal. It is for tests alone.
package icaltest

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

//go:embed judge
var judge embed.FS

// Python is the one that Debian's modules are installed for, whatever other stands first on the PATH.
const python = "/usr/bin/python3"

// ErrMissing says that a judge is not installed.
var ErrMissing = errors.New("a judge is missing")

// Judges are the programs, ready to be asked from a folder of their own.
type Judges struct {
	dir string
}

// Start makes the judges ready. A test without them is skipped, or fails where the environment has CI.
func Start(t testing.TB) *Judges {
	t.Helper()
	j, err := New(t.TempDir())
	switch {
	case errors.Is(err, ErrMissing) && os.Getenv("CI") == "":
		t.Skip(err)
	case err != nil:
		t.Fatal(err)
	}
	return j
}

// New makes the judges ready in an empty folder, for those who have no testing.TB. Its error is ErrMissing
// where one is not installed.
func New(dir string) (*Judges, error) {
	j := &Judges{dir}
	for _, name := range []string{"restrict.c", "occurrences.c", "events.py", "message.py", "occurrences.py", "readtime.py"} {
		b, err := judge.ReadFile("judge/" + name)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			return nil, err
		}
	}
	for _, ask := range [][]string{
		{"khal", "--version"},
		{python, "-c", "import icalendar, recurring_ical_events"},
		{"pkg-config", "--exists", "libical"},
		{"cc", "--version"},
	} {
		if _, err := run(nil, ask[0], ask[1:]...); err != nil {
			return nil, fmt.Errorf("%w: %v", ErrMissing, err)
		}
	}
	flags, err := run(nil, "pkg-config", "--cflags", "--libs", "libical")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"restrict", "occurrences"} {
		args := append([]string{"-O2", "-o", filepath.Join(dir, name), filepath.Join(dir, name+".c")}, strings.Fields(flags)...)
		if _, err = run(nil, "cc", args...); err != nil {
			return nil, err
		}
	}
	return j, nil
}

// Restrict asks libical whether the files are sound and keep the rules of their METHOD (RFC 5546).
func (j *Judges) Restrict(files ...string) error {
	_, err := run(nil, filepath.Join(j.dir, "restrict"), files...)
	return err
}

// Read gives what Python's icalendar finds in the files, in their order.
func (j *Judges) Read(files ...string) ([]Calendar, error) {
	var out []Calendar
	return out, j.script(&out, "events.py", files)
}

// ReadMail gives what Python's email package finds in the files, in their order.
func (j *Judges) ReadMail(files ...string) ([]Message, error) {
	var out []Message
	return out, j.script(&out, "message.py", files)
}

func (j *Judges) script(out any, name string, files []string) error {
	s, err := run(nil, python, append([]string{filepath.Join(j.dir, name)}, files...)...)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(s), out)
}

// Imported is an event as khal lists it after an import.
type Imported struct {
	UID, Start, End string // "2026-11-23T14:00", in UTC
	Title, Location string
}

const khalConfig = `[calendars]
[[judged]]
path = %[1]s/events
[sqlite]
path = %[1]s/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %%H:%%M
dateformat = %%Y-%%m-%%d
longdateformat = %%Y-%%m-%%d
datetimeformat = %%Y-%%m-%%dT%%H:%%M
longdatetimeformat = %%Y-%%m-%%dT%%H:%%M
`

// Import has khal import the files into an empty calendar and list what lies between two dates such as
// "2026-11-01", by start: each event once.
func (j *Judges) Import(from, to string, files ...string) ([]Imported, error) {
	return j.khal(files, "--once", from, to)
}

// ImportAll is Import with every occurrence of what recurs.
func (j *Judges) ImportAll(from, to string, files ...string) ([]Imported, error) {
	all, err := j.khal(files, from, to)
	var out []Imported
	for _, i := range all { // what lasts for days is listed on each of them
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out, err
}

func (j *Judges) khal(files []string, span ...string) ([]Imported, error) {
	home, err := os.MkdirTemp(j.dir, "khal")
	if err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(home, "events"), 0o700); err != nil {
		return nil, err
	}
	config := filepath.Join(home, "config")
	if err := os.WriteFile(config, fmt.Appendf(nil, khalConfig, home), 0o600); err != nil {
		return nil, err
	}
	env := []string{"HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_CACHE_HOME=" + home, "LC_ALL=C.UTF-8", "TZ=UTC"}
	if _, err := run(env, "khal", append([]string{"-c", config, "import", "--batch", "-a", "judged"}, files...)...); err != nil {
		return nil, err
	}
	const mark = "\x1e"
	format := strings.Join([]string{"{uid}", "{start-long-full}", "{end-long-full}", "{title}", "{location}"}, "\x1f") + mark
	out, err := run(env, "khal", append([]string{"-c", config, "list", "-df", "", "-f", format}, span...)...)
	if err != nil {
		return nil, err
	}
	var list []Imported
	for line := range strings.SplitSeq(out, mark) {
		f := strings.Split(strings.TrimLeft(line, "\n"), "\x1f")
		if len(f) == 5 {
			list = append(list, Imported{f[0], f[1], f[2], f[3], f[4]})
		}
	}
	return list, nil
}

// run gives what the program printed; its complaints become the error.
func run(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	var out, complaints strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if env != nil {
		cmd.Env = append(os.Environ(), env...)
	}
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s%s", filepath.Base(name), err, out.String(), complaints.String())
	}
	return out.String(), nil
}
