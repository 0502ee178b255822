-- MyWaitlistEntries, asked as parent: answered by statement

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
                        '[' || string_agg('["' || _l1."id"::text || '","' || _l1."skipped_at"::text || '","' || _l1."reason"::text || '"]', ',') || ']'
                      from
                        (
                          select
                            _l1.*
                          from
                            waitlist_skip _l1
                          where
                            (
                              _l1."entry_id" = _l0.id
                              and true
                            )
                          order by
                            _l1."skipped_at" desc,
                            _l1."id" desc
                          limit
                            $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
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
                                  sft.school_id = any ($3::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($4::uuid[])
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
                              '["' || _r3."id"::text || '","' || _r3."waitlist_priority"::text || '",' || right(json_build_array(_r3."title", _r3."risk_notice")::text, -1)
                            from
                              volunteer_activity _r3
                            where
                              (
                                _r3.id = _r2."activity_id"
                                and (
                                  _r3.published_at is not null
                                  and (
                                    _r3.school_id = any ($3::uuid[])
                                    or (
                                      _r3.school_id is null
                                      and _r3.district_id = any ($4::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                        )
                      from
                        shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            _r2.published_at is not null
                            and (
                              _r2.school_id = any ($3::uuid[])
                              or (
                                _r2.school_id is null
                                and _r2.district_id = any ($4::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."joined_at"::text || '",' || coalesce('"' || _l0."offered_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."offer_expires_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."offer_withdrawn_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        (
                          case
                            when _l0.status = 'WAITING' then (
                              select
                                count(*)::int
                              from
                                waitlist_entry bef
                              where
                                bef.role_id = _l0.role_id
                                and bef.status = 'WAITING'
                                and (bef.priority, bef.joined_at, bef.sequence) <= (_l0.priority, _l0.joined_at, _l0.sequence)
                            )
                          end
                        ),
                        (
                          select
                            (
                              select
                                json_build_array(
                                  json_build_array(
                                    sft.status = 'SCHEDULED',
                                    sft.signup_opens_at,
                                    case
                                      when act.kind = 'PARENT_LECTURE'
                                      and exists (
                                        select
                                          1
                                        from
                                          parent_lecture plc
                                        where
                                          plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select
                                        1
                                      from
                                        signup sgn
                                      where
                                        sgn.person_id = $5::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select
                                        1
                                      from
                                        audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($6::text[])
                                    ),
                                    (
                                      select
                                        max(sus.ends_at)
                                      from
                                        volunteer_suspension sus
                                      where
                                        sus.person_id = $5::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $7::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select
                                          range_agg(eng.during)
                                        from
                                          engagement eng
                                        where
                                          eng.subject = $5::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select
                                        1
                                      from
                                        waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select
                                        count(*)
                                      from
                                        signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select
                                        1
                                      from
                                        volunteer_qualification qual
                                      where
                                        qual.person_id = $5::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $8::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where
                                rol.id = wanted.id
                            )
                          from
                            shift_role wanted
                          where
                            wanted.id = _l0.role_id
                        ),
                        (_l0.person_id is not distinct from $5::uuid),
                        (
                          select
                            to_json(sft.starts_at)
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
                    _l0._n <= $9::int
                ) || ']',
                case
                  when (_r0.id = $10::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $9::int)::text || ']'
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
                      waitlist_entry _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          _l0.guardian_id = $10::uuid
                          and (
                            (
                              select
                                (
                                  select
                                    exists (
                                      select
                                        1
                                      from
                                        audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                  from
                                    volunteer_activity act
                                  where
                                    act.id = sft.activity_id
                                )
                              from
                                shift sft
                              where
                                sft.id = _l0.shift_id
                            )
                            or (
                              _l0.status not in ('WAITING', 'OFFERED')
                              and (
                                select
                                  (
                                    sft.school_id = any ($3::uuid[])
                                    or (
                                      sft.school_id is null
                                      and sft.district_id = any ($4::uuid[])
                                    )
                                  )
                                from
                                  shift sft
                                where
                                  sft.id = _l0.shift_id
                              )
                            )
                            or (
                              select
                                sft.starts_at <= $7::timestamptz
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
                      _l0."joined_at" desc,
                      _l0."id" desc
                    limit
                      ($9::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from
          guardian _r0
        where
          (
            _r0.id = $11::uuid
            and (
              _r0.id = $10::uuid
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
                    hst.household_id = any ($12::uuid[])
                    and hst.student_id = any ($13::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $8::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $8::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
