-- MySignups, asked as parent: answered by statement

-- the whole query
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select
        version
      from
        rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from
                        shift_role _r1
                      where
                        (
                          _r1.id = _l0."role_id"
                          and exists (
                            select
                              1
                            from
                              shift sft
                            where
                              sft.id = _r1.shift_id
                              and (
                                sft.published_at is not null
                                and (
                                  sft.school_id = any ($2::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($3::uuid[])
                                  )
                                )
                              )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                            from
                              volunteer_activity _r3
                            where
                              (
                                _r3.id = _r2."activity_id"
                                and (
                                  _r3.published_at is not null
                                  and (
                                    _r3.school_id = any ($2::uuid[])
                                    or (
                                      _r3.school_id is null
                                      and _r3.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '","' || _r2."cancel_until"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                        )
                      from
                        shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            _r2.published_at is not null
                            and (
                              _r2.school_id = any ($2::uuid[])
                              or (
                                _r2.school_id is null
                                and _r2.district_id = any ($3::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."signed_up_at"::text || '",' || coalesce('"' || _l0."cancelled_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $4::uuid,
                              'active',
                              _l0.status in ('PENDING', 'CONFIRMED'),
                              'cancelUntil',
                              sft.cancel_until,
                              'startsAt',
                              sft.starts_at,
                              'requested',
                              _l0.cancel_requested_at is not null
                            )
                          from
                            shift sft
                          where
                            sft.id = _l0.shift_id
                        ),
                        (_l0.person_id is not distinct from $4::uuid),
                        (
                          select
                            to_json(_l0.reconfirm_until)
                        ),
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $4::uuid,
                              'confirmed',
                              _l0.status = 'CONFIRMED',
                              'startsAt',
                              sft.starts_at,
                              'offered',
                              exists (
                                select
                                  1
                                from
                                  stand_in sti
                                where
                                  sti.signup_id = _l0.id
                                  and sti.status in ('OFFERED', 'PENDING')
                              ),
                              'approvalRequired',
                              rol.approval_required
                            )
                          from
                            shift_role rol
                            join shift sft on sft.id = rol.shift_id
                          where
                            rol.id = _l0.role_id
                        ),
                        _l0."cancel_reason",
                        (
                          select
                            json_build_object(
                              'confirmed',
                              _l0.status = 'CONFIRMED'
                              and (
                                _l0.person_id is not distinct from $4::uuid
                                or coalesce(false, false)
                              ),
                              'startsAt',
                              sft.starts_at,
                              'waiting',
                              exists (
                                select
                                  1
                                from
                                  service_record srv
                                where
                                  srv.signup_id = _l0.id
                                  and srv.source = 'SUPPLEMENTED'
                                  and srv.status = 'PENDING'
                              )
                            )
                          from
                            shift sft
                          where
                            sft.id = _l0.shift_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where
                    _l0._n <= $5::int
                ) || ']',
                case
                  when (_r0.id = $6::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $5::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select
                      _l0.*
                    from
                      signup _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          _l0.guardian_id = $6::uuid
                          and (
                            _l0.status in ('CANCELLED', 'REJECTED')
                            or exists (
                              select
                                1
                              from
                                engagement res
                              where
                                res.source_id = _l0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && $7::text[]
                                )
                            )
                            or (
                              select
                                sft.starts_at <= $8::timestamptz
                              from
                                shift sft
                              where
                                sft.id = _l0.shift_id
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit
                      ($5::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from
          guardian _r0
        where
          (
            _r0.id = $9::uuid
            and (
              _r0.id = $6::uuid
              or _r0.id = any (
                array(
                  select
                    tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($10::uuid[])
                    and hst.student_id = any ($11::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $12::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $12::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
