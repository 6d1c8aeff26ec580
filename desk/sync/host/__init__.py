"""The office's server on one PC, for offices without a database administrator: a cluster of its own, TLS,
start at boot, daily backup, told to the network.

``debian`` says what is to be done as steps, each with a look whether it is done already;
``steps`` carries them out, or only says so; ``machine`` is how they touch the PC; ``authority`` makes the
certificates.
"""
