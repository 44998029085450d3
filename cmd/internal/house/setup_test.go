package house

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// machine is a pretended computer: a copy of the scripts, and a PATH that holds only what the test puts
// there. What the stand-ins were asked to do is collected in a log.
type machine struct {
	t   *testing.T
	dir string
	env []string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the scripts are for systems with a Unix shell")
	}
	m := &machine{t: t, dir: t.TempDir()}
	for _, folder := range []string{"bin", "project/.ci"} {
		if err := os.MkdirAll(filepath.Join(m.dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	scripts, err := filepath.Glob(filepath.Join(top, ".ci", "*"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range append(scripts, filepath.Join(top, "go.mod")) {
		name, _ := filepath.Rel(top, script)
		data, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(m.dir, "project", name), data, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, tool := range []string{"bash", "env", "dirname", "awk", "sed", "sort", "comm", "grep", "mkdir", "cat", "mktemp", "rm"} {
		real, err := exec.LookPath(tool)
		if err != nil {
			t.Skipf("%s is not here, and the scripts need it", tool)
		}
		if err := os.Symlink(real, filepath.Join(m.dir, "bin", tool)); err != nil {
			t.Fatal(err)
		}
	}
	m.stub("uname", `echo Linux`)
	m.stub("id", `echo 0`)
	m.env = []string{"PATH=" + filepath.Join(m.dir, "bin"), "LOG=" + filepath.Join(m.dir, "log"), "HOME=" + m.dir}
	return m
}

// stub puts a program on the machine that notes its call and then does what body says.
func (m *machine) stub(name, body string) {
	m.t.Helper()
	script := "#!" + filepath.Join(m.dir, "bin", "bash") + "\n" + body + "\n"
	if err := os.WriteFile(filepath.Join(m.dir, "bin", name), []byte(script), 0o700); err != nil {
		m.t.Fatal(err)
	}
}

const noted = `echo "${0##*/} $*" >>"$LOG"; `

// debian gives the machine apt, a compiler and the packages that are installed on it; "*" is all.
func (m *machine) debian(installed ...string) {
	m.stub("cc", "")
	m.stub("pkg-config", "")
	m.stub("apt-get", noted)
	if len(installed) == 1 && installed[0] == "*" {
		m.stub("dpkg-query", `for p in "${@:3}"; do echo "installed $p"; done`)
		return
	}
	m.stub("dpkg-query", `for p in "${@:3}"; do case " `+strings.Join(installed, " ")+
		` " in *" $p "*) echo "installed $p" ;; *" -$p "*) echo "config-files $p" ;; `+
		`*) echo "no packages found matching $p" >&2; bad=1 ;; esac; done; exit ${bad:-0}`)
}

// run starts a script and returns everything it printed, its exit code, and what the stand-ins noted.
func (m *machine) run(script string, args ...string) (output string, code int, log string) {
	m.t.Helper()
	command := exec.Command(filepath.Join(m.dir, "bin", "bash"), append([]string{script}, args...)...)
	command.Dir = filepath.Join(m.dir, "project")
	command.Env = m.env
	out, err := command.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		m.t.Fatal(err)
	}
	notes, _ := os.ReadFile(filepath.Join(m.dir, "log"))
	return string(out), code, string(notes)
}

const windowPackages = "libc6-dev libgl1-mesa-dev libx11-dev libxcursor-dev libxi-dev libxinerama-dev libxrandr-dev libxxf86vm-dev"

func TestDepsAreSilentWhenNothingIsMissing(t *testing.T) {
	for _, what := range []string{"window", "test"} {
		m := newMachine(t)
		m.debian("*")
		m.stub("go", noted)
		if out, code, log := m.run(".ci/deps", what); out != "" || code != 0 || log != "" {
			t.Errorf("deps %s: exit %d, said %q, called %q", what, code, out, log)
		}
	}
}

func TestDepsInstallOnlyWhatIsMissing(t *testing.T) {
	m := newMachine(t)
	// Removed but not purged is missing, though dpkg still knows it.
	m.debian("libc6-dev", "libgl1-mesa-dev", "libx11-dev", "libxcursor-dev", "libxi-dev", "libxinerama-dev", "-libxrandr-dev")
	out, code, log := m.run(".ci/deps", "window")
	want := "apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 update\n" +
		"apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install -y --no-install-recommends libxrandr-dev libxxf86vm-dev\n"
	if code != 0 || log != want {
		t.Errorf("exit %d, called\n%swant\n%s", code, log, want)
	}
	if out != "Installing what is missing: libxrandr-dev libxxf86vm-dev\n" {
		t.Errorf("said %q", out)
	}
}

func TestDepsOnAnEmptyMachine(t *testing.T) {
	m := newMachine(t)
	m.debian()
	for _, tool := range []string{"cc", "pkg-config"} {
		if err := os.Remove(filepath.Join(m.dir, "bin", tool)); err != nil {
			t.Fatal(err)
		}
	}
	_, code, log := m.run(".ci/deps", "test")
	if code != 0 {
		t.Fatalf("exit %d", code)
	}
	for _, name := range strings.Fields(windowPackages + ` gcc pkg-config xvfb xdotool openbox x11-utils imagemagick
		libgl1-mesa-dri qpdf poppler-utils libical-dev python3-icalendar python3-recurring-ical-events khal`) {
		if !strings.Contains(log+" ", " "+name+" ") && !strings.Contains(log, " "+name+"\n") {
			t.Errorf("%s is not installed by %s", name, log)
		}
	}
}

func TestDepsAskSudoOnlyWhenNotRoot(t *testing.T) {
	m := newMachine(t)
	m.debian()
	m.stub("id", "echo 1000")
	m.stub("sudo", noted+`"$@"`)
	out, code, log := m.run(".ci/deps", "window")
	if code != 0 || strings.Count(log, "sudo env DEBIAN_FRONTEND=noninteractive apt-get") != 2 {
		t.Errorf("exit %d, said %q, called\n%s", code, out, log)
	}

	m = newMachine(t)
	m.debian()
	m.stub("id", "echo 1000")
	out, code, log = m.run(".ci/deps", "window")
	want := "Missing, and neither root nor sudo is here to install them: apt-get install " + windowPackages + "\n"
	if code != 1 || out != want || log != "" {
		t.Errorf("exit %d, said %q, called %q", code, out, log)
	}
}

func TestDepsFailWhenAptFails(t *testing.T) {
	m := newMachine(t)
	m.debian()
	m.stub("apt-get", noted+`case $* in *install*) exit 100 ;; esac`)
	if out, code, _ := m.run(".ci/deps", "window"); code != 1 || !strings.Contains(out, "Could not install: "+windowPackages) {
		t.Errorf("exit %d, said %q", code, out)
	}
}

func TestDepsElsewhereOnlySayWhatToInstall(t *testing.T) {
	m := newMachine(t)
	out, code, _ := m.run(".ci/deps", "window")
	if code != 1 || !strings.HasPrefix(out, "Untried on this system.") || !strings.Contains(out, "sudo dnf install") ||
		!strings.Contains(out, "sudo pacman -S") {
		t.Errorf("exit %d, said %q", code, out)
	}
	m.stub("cc", "")
	m.stub("pkg-config", `[ "$*" = "--exists gl x11 xcursor xi xinerama xrandr xxf86vm" ]`)
	if out, code, _ := m.run(".ci/deps", "window"); code != 0 || out != "" {
		t.Errorf("with everything there: exit %d, said %q", code, out)
	}
	if out, code, _ := m.run(".ci/deps", "test"); code != 0 || !strings.Contains(out, "will be skipped: Xvfb openbox") {
		t.Errorf("without judges: exit %d, said %q", code, out)
	}

	m = newMachine(t)
	m.stub("uname", "echo Darwin")
	if out, code, _ := m.run(".ci/deps", "window"); code != 1 || !strings.Contains(out, "xcode-select --install") {
		t.Errorf("exit %d, said %q", code, out)
	}
}

const noDisplay = "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): " +
	"make demo does the main job without a window.\n"

func TestRunWithoutADisplayFailsBeforeItBuilds(t *testing.T) {
	m := newMachine(t)
	m.debian()
	m.stub("go", noted)
	if out, code, log := m.run(".ci/window"); code == 0 || out != noDisplay || log != "" {
		t.Errorf("exit %d, said %q, called %q", code, out, log)
	}
}

func TestRunSaysThatGoIsTooOldOrMissing(t *testing.T) {
	m := newMachine(t)
	m.debian()
	m.env = append(m.env, "DISPLAY=:7")
	out, code, log := m.run(".ci/window")
	if code == 0 || !strings.HasPrefix(out, "Mentorbook needs Go 1.26 or newer, and there is no go") || log != "" {
		t.Errorf("no Go: exit %d, said %q, called %q", code, out, log)
	}
	m.stub("go", `[ "$1 $2" = "env GOVERSION" ] && [ $GOTOOLCHAIN = local ] && echo go1.19.8`)
	out, code, log = m.run(".ci/window")
	want := "Mentorbook needs Go 1.26 or newer, and this one is go1.19.8: install it from https://go.dev/dl/\n"
	if code == 0 || out != want || log != "" {
		t.Errorf("old Go: exit %d, said %q, called %q", code, out, log)
	}
}

func TestRunBuildsAndOpensTheWindow(t *testing.T) {
	for _, display := range []string{"DISPLAY=:7", "WAYLAND_DISPLAY=wayland-0"} {
		m := newMachine(t)
		m.debian("*")
		m.env = append(m.env, display)
		// The stand-in compiler leaves a program that notes how it was opened.
		m.stub("go", `case $1 in
env) echo go1.27.1 ;;
build) `+noted+`mkdir -p build; { echo "#!${BASH}"; echo 'echo "opened $*" >>"$LOG"'; } >build/mentorbook; /bin/chmod +x build/mentorbook ;;
esac`)
		out, code, log := m.run(".ci/window", "--lang", "ru")
		want := "go build -tags migrated_fynedo -o build/ ./cmd/mentorbook\nopened --lang ru\n"
		if code != 0 || log != want || !strings.Contains(out, "The first build") {
			t.Errorf("exit %d, said %q, called\n%s", code, out, log)
		}
		if out, _, _ := m.run(".ci/window"); out != "" {
			t.Errorf("the second time it said %q", out)
		}
	}
}

func TestGoVersionsCompare(t *testing.T) {
	m := newMachine(t)
	tests := map[string]bool{
		"go1.26": true, "go1.26.0": true, "go1.26.8": true, "go1.27rc1": true, "go2.0": true, "go1.100.1": true,
		"devel go1.28-1a2b3c": true, "go1.26.1-custom": true,
		"go1.26rc1": false, "go1.26beta2": false, "go1.25.9": false, "go1.9": false, "go1": false, "": false, "unknown": false,
	}
	for version, want := range tests {
		_, code, _ := m.run("-c", `. .ci/common.sh; go_is_enough "$0" 1.26`, version)
		if got := code == 0; got != want {
			t.Errorf("go_is_enough %q: %v, want %v", version, got, want)
		}
	}
}

// Both halves of the tests always run, and either of them failing fails the whole.
func TestEitherHalfFailsTheTests(t *testing.T) {
	tests := []struct {
		plain, window string
		code          int
	}{{"exit 0", "exit 0", 0}, {"exit 1", "exit 0", 1}, {"exit 0", "exit 2", 1}}
	for _, test := range tests {
		m := newMachine(t)
		m.stub("Xvfb", "")
		m.stub("go", `case "$*" in
list*) printf 'mentorbook/core\nmentorbook/cmd/mentorctl\nmentorbook/cmd/mentorbook\nmentorbook/cmd/mentorbook/journey\nmentorbook/cmd/mentorbooks\n' ;;
*-race*) `+noted+test.plain+` ;;
test*) `+noted+test.window+` ;;
esac`)
		// The display is not what is tried here.
		if err := os.WriteFile(filepath.Join(m.dir, "project/.ci/xvfb"), []byte("#!"+filepath.Join(m.dir, "bin/bash")+"\n\"$@\"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		_, code, log := m.run(".ci/test-events", "-run", "X")
		want := "go test -json -vet=off -shuffle=on -timeout=30m -tags migrated_fynedo -race -run X mentorbook/core mentorbook/cmd/mentorctl mentorbook/cmd/mentorbooks\n" +
			"go test -json -vet=off -shuffle=on -timeout=30m -tags migrated_fynedo -p 1 -run X mentorbook/cmd/mentorbook mentorbook/cmd/mentorbook/journey\n"
		if code != test.code || log != want {
			t.Errorf("exit %d, want %d, called\n%s", code, test.code, log)
		}
	}
}
