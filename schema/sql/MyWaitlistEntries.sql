-- MyWaitlistEntries, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.waitlistEntries
-- _l1: WaitlistEntry.skips
-- _r1: WaitlistEntry.role
-- _r2: WaitlistEntry.shift
-- _r3: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '[' || string_agg('["' || _l1."id"::text || '","' || _l1."skipped_at"::text || '","' || _l1."reason"::text || '"]', ',') || ']'
                      from
                        (
                          select _l1.*
                          from waitlist_skip _l1
                          where
                            (
                              _l1."entry_id" = _l0.id
                              and true
                            )
                          order by
                            _l1."skipped_at" desc,
                            _l1."id" desc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from shift_role _r1
                      where
                        (
                          _r1.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
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
                            select '["' || _r3."id"::text || '","' || _r3."waitlist_priority"::text || '",' || right(json_build_array(_r3."title", _r3."risk_notice")::text, -1)
                            from volunteer_activity _r3
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
                      from shift _r2
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
                              select count(*)::int
                              from waitlist_entry bef
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
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $5::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($6::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
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
                                        select range_agg(eng.during)
                                        from engagement eng
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
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
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
                              where rol.id = wanted.id
                            )
                          from shift_role wanted
                          where wanted.id = _l0.role_id
                        ),
                        (_l0.person_id is not distinct from $5::uuid),
                        (
                          select to_json(sft.starts_at)
                          from shift sft
                          where sft.id = _l0.shift_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $9::int
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
                    select _l0.*
                    from waitlist_entry _l0
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
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
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
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                            or (
                              select sft.starts_at <= $7::timestamptz
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."joined_at" desc,
                      _l0."id" desc
                    limit ($9::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $11::uuid
            and (
              _r0.id = $10::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
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

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.waitlistEntries
-- _l1: WaitlistEntry.skips
-- _r1: WaitlistEntry.role
-- _r2: WaitlistEntry.shift
-- _r3: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '[' || string_agg('["' || _l1."id"::text || '","' || _l1."skipped_at"::text || '","' || _l1."reason"::text || '"]', ',') || ']'
                      from
                        (
                          select _l1.*
                          from waitlist_skip _l1
                          where
                            (
                              _l1."entry_id" = _l0.id
                              and true
                            )
                          order by
                            _l1."skipped_at" desc,
                            _l1."id" desc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from shift_role _r1
                      where
                        (
                          _r1.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
                            where
                              sft.id = _r1.shift_id
                              and (
                                (
                                  sft.published_at is not null
                                  and (
                                    sft.school_id = any ($3::uuid[])
                                    or (
                                      sft.school_id is null
                                      and sft.district_id = any ($4::uuid[])
                                    )
                                  )
                                )
                                or (
                                  sft.school_id = any ($5::uuid[])
                                  and (
                                    sft.published_at is not null
                                    or (
                                      select act.organiser_id = $6::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
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
                            select '["' || _r3."id"::text || '","' || _r3."waitlist_priority"::text || '",' || right(json_build_array(_r3."title", _r3."risk_notice")::text, -1)
                            from volunteer_activity _r3
                            where
                              (
                                _r3.id = _r2."activity_id"
                                and (
                                  (
                                    _r3.published_at is not null
                                    and (
                                      _r3.school_id = any ($3::uuid[])
                                      or (
                                        _r3.school_id is null
                                        and _r3.district_id = any ($4::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _r3.school_id = any ($5::uuid[])
                                    and (
                                      _r3.published_at is not null
                                      or _r3.organiser_id = $6::uuid
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                        )
                      from shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            (
                              _r2.published_at is not null
                              and (
                                _r2.school_id = any ($3::uuid[])
                                or (
                                  _r2.school_id is null
                                  and _r2.district_id = any ($4::uuid[])
                                )
                              )
                            )
                            or (
                              _r2.school_id = any ($5::uuid[])
                              and (
                                _r2.published_at is not null
                                or (
                                  select act.organiser_id = $6::uuid
                                  from volunteer_activity act
                                  where act.id = _r2.activity_id
                                )
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
                              select count(*)::int
                              from waitlist_entry bef
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
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $7::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($8::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
                                      where
                                        sus.person_id = $7::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $9::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select range_agg(eng.during)
                                        from engagement eng
                                        where
                                          eng.subject = $7::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
                                      where
                                        qual.person_id = $7::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $10::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where rol.id = wanted.id
                            )
                          from shift_role wanted
                          where wanted.id = _l0.role_id
                        ),
                        (_l0.person_id is not distinct from $7::uuid),
                        (
                          select to_json(sft.starts_at)
                          from shift sft
                          where sft.id = _l0.shift_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $11::int
                ) || ']',
                case
                  when (_r0.id = $12::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $11::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from waitlist_entry _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          (
                            _l0.guardian_id = $12::uuid
                            and (
                              (
                                select
                                  (
                                    select
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = act.audience_id
                                          and t.key = any ($8::text[])
                                      )
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
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
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or (
                                select sft.starts_at <= $9::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                          )
                          or (
                            (
                              select
                                (
                                  sft.school_id = any ($5::uuid[])
                                  and (
                                    select act.organiser_id = $6::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.status not in ('WAITING', 'OFFERED')
                              or (
                                (
                                  select sft.starts_at <= $9::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = aud.audience_id
                                        and t.key = any (
                                          array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $10::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _l0.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $10::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $10::date
                                              )
                                          )
                                        )
                                    )
                                  from
                                    shift ash
                                    join volunteer_activity aud on aud.id = ash.activity_id
                                  where ash.id = _l0.shift_id
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l0.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $10::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $10::date
                                        )
                                        and (
                                          sch.id = sft.school_id
                                          or sft.school_id is null
                                          and sch.district_id = sft.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $10::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."joined_at" desc,
                      _l0."id" desc
                    limit ($11::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($13::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($14::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $15::uuid
            and (
              _r0.id = $12::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($16::uuid[])
                    and hst.student_id = any ($17::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $10::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $10::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($14::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
