#!/usr/bin/env bash
# A search under a real Slurm, on this machine alone: one job array that shares a folder, one with a folder for each task, one task that is killed and starts
# again. What they leave must be what one process leaves, byte for byte. Takes a minute or two; the last line is PASS or FAIL.
# Needs root, Debian (or slurm-wlm and munge installed) and the .NET SDK. Everything is in a temporary folder; daemons listen on loopback.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [ "$(id -u)" -ne 0 ]; then
  echo "slurm-search.sh: must run as root: it starts munged, slurmctld and slurmd" >&2
  exit 2
fi

if ! command -v slurmctld >/dev/null || ! command -v slurmd >/dev/null || ! command -v munged >/dev/null; then
  echo "==> installing slurm-wlm and munge"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge >/dev/null
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-1}"
work=$(mktemp -d) host=$(hostname -s) result=FAIL munge=
chmod 755 "$work"
mkdir "$work"/{state,spool,log,run}

finish() {
  set +e
  [ -f "$work/run/jobs" ] && scancel --quiet $(cat "$work/run/jobs") 2>/dev/null
  for daemon in slurmd slurmctld; do
    [ -f "$work/run/$daemon.pid" ] && kill "$(cat "$work/run/$daemon.pid")" 2>/dev/null
  done
  [ -n "$munge" ] && kill "$munge" 2>/dev/null
  sleep 1
  if [ -n "${KEEP:-}" ]; then echo "kept: $work"; else rm -rf "$work"; fi
  echo "$result"
  [ "$result" = PASS ]
}
trap finish EXIT

# A munged of our own: another socket and key than the system's, which may run too.
install -d -o munge -g munge -m 700 "$work/munge"
dd if=/dev/urandom bs=1024 count=1 status=none > "$work/munge/key"
chown munge: "$work/munge/key"
chmod 400 "$work/munge/key"
install -d -o munge -g munge -m 755 "$work/socket"
runuser -u munge -- munged --key-file="$work/munge/key" --socket="$work/socket/munge" --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" \
  --log-file="$work/munge/log"
munge=$(cat "$work/munge/pid")

# Ports of our own too.
cat > "$work/slurm.conf" <<CONF
ClusterName=nasbench
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=17817
SlurmdPort=17818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/socket/munge
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
MpiDefault=none
ReturnToService=2
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
SlurmdParameters=config_overrides
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/run/slurmctld.pid
SlurmdPidFile=$work/run/slurmd.pid
SlurmctldLogFile=$work/log/slurmctld
SlurmdLogFile=$work/log/slurmd
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=1000
PartitionName=p Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"

echo "==> building"
dotnet build src/NasBench.Cli -c Release -v q --nologo >/dev/null
nasbench="dotnet $PWD/src/NasBench.Cli/bin/Release/net10.0/nasbench.dll"
search="$nasbench search builtin -q --algorithm random,re,hyperband --runs 20 --budget seconds=2e5 --seed 7 --threads 1 --export nas-benchmarks --export kurobako"

echo "==> starting Slurm, $SECONDS s"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"
for _ in $(seq 100); do
  [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && break
  sleep 0.2
done
[ "$(sinfo -h -o %T)" = idle ] || { echo "no idle node: $(tail -3 "$work/log/slurmctld")"; exit 1; }
sinfo --version

# submit ARRAY COMMAND: a job array; prints its number.
submit() {
  sbatch --parsable --array="$1" --chdir="$work" --output="$work/log/task-%A-%a" --export=ALL --wrap "exec $2" | tee -a "$work/run/jobs"
}

# wait_for JOB: until no task of it is left, at most 60 s; all must have ended well.
wait_for() {
  for _ in $(seq 300); do
    [ -z "$(squeue -h -j "$1" 2>/dev/null)" ] && break
    sleep 0.2
  done
  [ -z "$(squeue -h -j "$1" 2>/dev/null)" ] || { echo "job $1 does not end"; squeue; exit 1; }
  if scontrol show job "$1" | grep -E 'JobState=' | grep -v COMPLETED; then
    grep -h . "$work"/log/task-"$1"-* || true
    exit 1
  fi
}

echo "==> one process, $SECONDS s"
$search --out "$work/whole" >/dev/null

echo "==> an array of 4 tasks, one folder, $SECONDS s"
job=$(submit 0-3 "$search --out $work/shared")
wait_for "$job"

echo "==> an array of 4 tasks, a folder each, $SECONDS s"
job=$(submit 1-7:2 "$search --out $work/part-\$SLURM_ARRAY_TASK_ID")
wait_for "$job"
$nasbench search -q --merge "$work"/part-{1,3,5,7} --out "$work/merged" --export nas-benchmarks --export kurobako >/dev/null

# A longer search, so that there is a middle to kill it in. A task that is killed leaves finished runs and no half file; sent again it does the rest. (It is sent by
# a new command: scontrol requeue would start it again too, but only after two minutes.)
echo "==> an array of 2 tasks, one of them killed with SIGKILL and sent again, $SECONDS s"
long="$nasbench search builtin -q --algorithm tpe --runs 40 --budget seconds=3e6 --seed 3 --threads 1"
$long --out "$work/long" >/dev/null
job=$(submit 0-1 "$long --out $work/killed")
for _ in $(seq 600); do
  done_runs=$(find "$work/killed/runs" -name '*.run' 2>/dev/null | wc -l) || true
  [ "$done_runs" -ge 2 ] && break
  sleep 0.05
done
scancel --signal=KILL --full "${job}_1"
for _ in $(seq 300); do
  [ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break
  sleep 0.2
done
state=$(scontrol show job "${job}_1" | grep -oE 'JobState=[A-Z]+')
there=$(find "$work/killed/runs" -name '*.run' | wc -l)
echo "task 1: $state, $there of 40 runs are there"
if [ "$there" -ge 40 ] || [ -e "$work/killed/summary.json" ]; then echo "the task was killed too late"; exit 1; fi
job=$(submit 0-1 "$long --out $work/killed")
wait_for "$job"

# same A B: the results of two folders, to the byte; of the summary and of the studies all but the real time that strategies took.
same() {
  local file
  for file in evaluations.parquet incumbents.parquet settings.json; do
    cmp "$work/$1/$file" "$work/$2/$file"
  done
  cmp <(sed -E 's/"own_seconds_per_evaluation":[^,}]*//g' "$work/$1/summary.json") <(sed -E 's/"own_seconds_per_evaluation":[^,}]*//g' "$work/$2/summary.json")
  if [ -d "$work/$1/nas_benchmarks" ]; then
    diff -r "$work/$1/nas_benchmarks" "$work/$2/nas_benchmarks"
    cmp <(sed -E 's/"ask_elapsed":[^,}]*//g' "$work/$1/kurobako.jsonl") <(sed -E 's/"ask_elapsed":[^,}]*//g' "$work/$2/kurobako.jsonl")
  fi
  echo "$2 is $1, to the byte: $(sha256sum < "$work/$2/evaluations.parquet" | cut -c1-16)"
}

# Of tasks that share a folder the last one writes the results.
same whole shared
same whole merged
same long killed
echo "took $SECONDS s"
result=PASS
