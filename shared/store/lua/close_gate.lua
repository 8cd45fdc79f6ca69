-- Close the model to every worker for `wait` ms; the gate only ever moves later.
local wait = ARGV[1]
close_gate(now_ms(), wait)
return 0
